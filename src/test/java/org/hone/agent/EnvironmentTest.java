package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hone.extension.JarMaker;
import org.hone.extension.PluginFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study is written down for workers with the plug-ins that its parent has. */
class EnvironmentTest {
  @TempDir Path folder;

  private Path jar;
  private Optional<Path> study;

  @BeforeEach
  void write() throws IOException {
    jar = new JarMaker(folder).technique("Trick", "my-trick", "").write("trick.jar");
    study =
        Optional.of(
            Files.writeString(
                folder.resolve("study.yaml"),
                "data: {file: 'bundled:digits.csv.gz'}\nplugins: [trick.jar, gone.jar]\n"));
  }

  private String written() {
    return Environment.around(study, List.of(), List.of()).study(study, List.of()).text();
  }

  @Test
  void anotherProcessHasTheSamePlugins() {
    Environment environment = Environment.around(written());

    assertThat(environment.techniques().ids()).contains("my-trick");
    assertThat(environment.leftOut()).isEmpty();
    assertThat(environment.study(written()).plugins())
        .extracting(PluginFile::path)
        .containsExactly(jar);
  }

  @Test
  void anotherProcessRefusesAnotherJar() {
    String text = written();
    Path other =
        new JarMaker(folder)
            .technique("Trick", "my-trick", "// changed")
            .versioned("2")
            .write("trick.jar");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> Environment.around(text))
        .withMessageStartingWith(other + ": another jar than was meant: SHA-256 ");
  }

  @Test
  void theCommandLineAddsToTheStudyFile() {
    Path more = new JarMaker(folder).technique("More", "more-tricks", "").write("more.jar");

    Environment environment =
        Environment.around(study, List.of(), List.of(PluginFile.of(more), PluginFile.of(jar)));

    assertThat(environment.plugins().files())
        .extracting(PluginFile::path)
        .containsExactly(jar, more);
    assertThat(environment.leftOut()).hasSize(1);
  }
}
