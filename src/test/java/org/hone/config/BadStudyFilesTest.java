package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user is told about a mistake. A case is two files in the folder {@code bad}: the study
 * file and, under the same name, the expected message. Leading comments such as {@code # --set
 * study.trials=3} are its overrides.
 */
class BadStudyFilesTest {
  private static final String MESSAGE = ".message";

  static Path folder() throws URISyntaxException {
    return Path.of(BadStudyFilesTest.class.getResource("bad").toURI());
  }

  static Stream<String> cases() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(MESSAGE))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysInOneLineWhereWhatAndWhatIsAllowed(String name) throws IOException, URISyntaxException {
    Path study = folder().resolve(name);
    ConfigException mistake =
        catchThrowableOfType(
            ConfigException.class,
            () -> new StudyFiles(Studies.KNOWN).load(study, overrides(study)));

    assertThat(mistake).as("reading " + name).isNotNull();
    assertThat(mistake.getMessage().replace(folder() + "/", ""))
        .isEqualTo(Files.readString(folder().resolve(name + MESSAGE)).stripTrailing());
    assertThat(mistake.getMessage()).doesNotContain("\n");
  }

  @Test
  void everyMessageHasItsStudyFile() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(MESSAGE)))
          .allMatch(name -> Files.exists(Path.of(name.replace(MESSAGE, ""))))
          .hasSizeGreaterThan(80);
    }
  }

  private static List<String> overrides(Path study) throws IOException {
    String mark = "# --set ";
    return new String(Files.readAllBytes(study), StandardCharsets.UTF_8)
        .lines()
        .takeWhile(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }
}
