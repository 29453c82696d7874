package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The programs that the documents point to can be tuned. */
class ExampleProgramsTest {
  private static final Path ROOT =
      Path.of("").toAbsolutePath().endsWith("src") ? Path.of("..") : Path.of("");
  private static final Path FOLDER = ROOT.resolve("src/examples/optimize").toAbsolutePath();

  private static void isTuned(String command) {
    Cli run =
        Cli.hone(
            "optimize",
            "--space",
            FOLDER.resolve("space.yaml").toString(),
            "--exec",
            command,
            "--trials",
            "12",
            "--sampler",
            "random",
            "--pruner",
            "median");

    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.out())
        .contains("best: trial ", "  optimizer  ", "12 trials: ", " complete, ", " pruned")
        .doesNotContain("the program");
  }

  @Test
  void inJava() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    isTuned("\"%s\" \"%s\"".formatted(java, FOLDER.resolve("Train.java")));
  }

  @Test
  void inPython() throws Exception {
    assumeThat(isThere("python3")).as("there is a python3").isTrue();

    isTuned("python3 \"%s\"".formatted(FOLDER.resolve("train.py")));
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void theDocumentShowsTheirSpaceFile() throws IOException {
    String space = Files.readString(FOLDER.resolve("space.yaml")).replaceAll("(?m)^#.*\n", "");

    assertThat(ROOT.resolve("src/site/optimize.md"))
        .content()
        .contains("```yaml\n" + space + "```");
  }
}
