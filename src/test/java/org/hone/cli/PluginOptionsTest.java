package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hone.extension.JarMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Techniques that users bring along. */
class PluginOptionsTest {
  private static final String STRENGTH =
      """
        public SearchSpace parameters(Task task) {
          return SearchSpace.of(Parameter.of("strength", FloatDistribution.of(0, 1), 0.5));
        }
      """;

  @TempDir Path folder;

  private String study;

  @BeforeEach
  void write() throws IOException {
    study = new Tables(folder).study("kind", Tables.flowers());
  }

  private String trick(String name, String members) {
    return new JarMaker(folder)
        .technique("Trick", "my-trick", members)
        .versioned("1.2")
        .write(name)
        .toString();
  }

  private Cli tune(String... more) {
    String[] words = new String[more.length + 4];
    words[0] = "tune";
    words[1] = study;
    words[2] = "--set";
    words[3] = "techniques={my-trick: search}";
    System.arraycopy(more, 0, words, 4, more.length);
    return Cli.hone(words);
  }

  @Test
  void aStudySearchesWhatAJarBrings() throws IOException {
    String jar = trick("tricks.jar", STRENGTH);

    assertThat(tune("--plugins", jar, "--quiet", "--workers", "0")).isEqualTo(new Cli(0, "", ""));

    JsonNode report = new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
    assertThat(report.toString()).contains("tricks.jar 1.2 (SHA-256 ");
    assertThat(Files.readString(folder.resolve("out/best/study.yaml")))
        .contains("plugins: [{file: plugins/tricks.jar, sha256: ");
    assertThat(folder.resolve("out/best/plugins/tricks.jar")).hasSameBinaryContentAs(Path.of(jar));
  }

  @Test
  void whatIsHandedOverRunsElsewhereWithoutTheOriginal() throws IOException {
    String jar = trick("tricks.jar", STRENGTH);
    assertThat(tune("--plugins", jar, "--quiet", "--workers=0", "--set", "study.trials=2").code())
        .isZero();
    Files.delete(Path.of(jar));
    Path elsewhere = folder.resolve("elsewhere/out");
    Files.createDirectories(elsewhere);
    Files.move(folder.resolve("out/best"), elsewhere.resolve("best"));
    Files.copy(folder.resolve("table.csv"), elsewhere.resolveSibling("table.csv"));

    Cli again =
        Cli.hone(
            "tune",
            elsewhere.resolve("best/study.yaml").toString(),
            "--quiet",
            "--workers=0",
            "--set",
            "output=" + folder.resolve("again"));

    assertThat(again).isEqualTo(new Cli(0, "", ""));
    assertThat(folder.resolve("again/best/plugins/tricks.jar")).exists();
  }

  @Test
  void workersLoadTheSameJar() {
    String jar = trick("tricks.jar", STRENGTH);

    assertThat(tune("--plugins", jar, "--quiet", "--workers", "1", "--set", "study.trials=2"))
        .isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void aDryRunAndTheListTellOfIt() {
    String jar = trick("tricks.jar", STRENGTH);

    assertThat(tune("--plugins", jar, "--dry-run").out())
        .contains("plug-ins\n  " + jar, "my-trick.strength");
    assertThat(Cli.hone("techniques", "--plugins", jar, "--task", "text").out())
        .contains("my-trick  [gradient]\n", "    from tricks.jar 1.2 (SHA-256 ");
  }

  @Test
  void aStudyFileNamesPluginsFromWhereItLies() throws IOException {
    trick("tricks/a.jar", "");
    Files.writeString(Path.of(study), Files.readString(Path.of(study)) + "plugins: tricks\n");

    Cli run = tune("--dry-run");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("plug-ins\n  " + folder.resolve("tricks/a.jar"));
    assertThat(Cli.hone("techniques", study).out()).contains("from a.jar 1.2");
  }

  @Test
  void anotherJarIsAnotherStudy() {
    String jar = trick("tricks.jar", STRENGTH);
    assertThat(tune("--plugins", jar, "--quiet", "--workers=0", "--set", "study.trials=1").code())
        .isZero();
    trick("tricks.jar", STRENGTH + "  public String toString() { return \"another\"; }\n");

    Cli again = tune("--plugins", jar, "--quiet", "--workers=0");

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .contains("study 'small' began with another definition: technique 'my-trick' was ")
        .contains("tricks.jar 1.2 (SHA-256 ")
        .contains("--restart");
  }

  @Test
  void aBrokenJarIsSaidAndTheStudyGoesOnWithout() {
    Path gone = folder.resolve("gone.jar");

    Cli run = Cli.hone("tune", study, "--plugins", gone.toString(), "--dry-run");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("hone: left out: %s: no such file\n".formatted(gone));
    assertThat(run.out()).contains("dropout.rate");
  }

  @Test
  void aTechniqueOfABrokenJarIsMissedWithTheReason() {
    String jar = trick("bad.jar", "  public Trick() { throw new IllegalStateException(\"no\"); }");

    Cli run = tune("--plugins", jar);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "unknown technique 'my-trick', unless it is in a plug-in that was left out: "
                + jar
                + ": Trick failed when it was made: java.lang.IllegalStateException: no; allowed: ");
  }

  @Test
  void aTechniqueThatThrowsWhenItIsAskedIsLeftOutOfAPreset() {
    String jar =
        trick(
            "bad.jar",
            "  public SearchSpace parameters(Task task) { throw new IllegalStateException(\"no\"); }");
    String why = "technique 'my-trick' (Trick of bad.jar 1.2 (SHA-256 ";
    String reason =
        "failed when it was asked what it applies to: java.lang.IllegalStateException: no";

    Cli preset =
        Cli.hone("tune", study, "--plugins", jar, "--set", "techniques=quick", "--dry-run");
    assertThat(preset.code()).isZero();
    assertThat(preset.out()).contains("note: left out: " + why, reason, "dropout.rate");

    Cli named = tune("--plugins", jar);
    assertThat(named.code()).isEqualTo(2);
    assertThat(named.err()).contains(why, reason + "; do without its jar, or name the other");

    assertThat(Cli.hone("techniques", "--plugins", jar).out())
        .contains("cannot be used, it throws java.lang.IllegalStateException: no");
  }

  @Test
  void aJarThatIsNotTheOneThatWasMeantIsLeftOut() {
    String jar = trick("tricks.jar", "");

    Cli run = tune("--set", "plugins={file: %s, sha256: %s}".formatted(jar, "0".repeat(64)));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("another jar than was meant: SHA-256 ");
  }
}
