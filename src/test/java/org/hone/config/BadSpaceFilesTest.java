package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user is told about a mistake. A case is two files in the folder {@code bad-space}: the
 * space file and, under the same name, the expected message.
 */
class BadSpaceFilesTest {
  private static final String MESSAGE = ".message";

  static Path folder() throws URISyntaxException {
    return Path.of(BadSpaceFilesTest.class.getResource("bad-space").toURI());
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
    Path file = folder().resolve(name);
    ConfigException mistake =
        catchThrowableOfType(ConfigException.class, () -> SpaceFile.read(file));

    assertThat(mistake).as("reading " + name).isNotNull();
    assertThat(mistake.getMessage().replace(folder() + "/", ""))
        .isEqualTo(Files.readString(folder().resolve(name + MESSAGE)).stripTrailing());
    assertThat(mistake.getMessage()).doesNotContain("\n");
  }

  @Test
  void everyMessageHasItsSpaceFile() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(MESSAGE)))
          .allMatch(name -> Files.exists(Path.of(name.replace(MESSAGE, ""))))
          .hasSizeGreaterThan(60);
    }
  }
}
