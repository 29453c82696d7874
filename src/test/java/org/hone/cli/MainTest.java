package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class MainTest {
  private static String golden(String name) throws IOException, URISyntaxException {
    return Files.readString(Path.of(MainTest.class.getResource(name).toURI()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tune",
        "report",
        "predict",
        "techniques",
        "new",
        "check",
        "metrics",
        "optimize",
        "ask",
        "tell",
        "studies",
        "trials",
        "best",
        "importance",
        "pareto",
        "export",
        "doctor",
        "version"
      })
  void everyCommandHasItsHelp(String command) throws IOException, URISyntaxException {
    Cli help = Cli.hone(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).isEqualTo(golden("help-%s.txt".formatted(command)));
    assertThat(Cli.hone("help", command)).isEqualTo(help);
  }

  @Test
  void helpListsTheCommands() throws IOException, URISyntaxException {
    Cli help = Cli.hone("--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).isEqualTo(golden("help.txt"));
    assertThat(Cli.hone("help")).isEqualTo(help);
  }

  @Test
  void versionNamesTheEngine() {
    Cli version = Cli.hone("version");

    assertThat(version.code()).isZero();
    assertThat(version.err()).isEmpty();
    assertThat(version.out())
        .matches(
            "hone development\ndeeplearning4j 1.0.0-M2.1 on .*, 1 thread of \\d+, .*\njava .*\n");
    assertThat(Cli.hone("--version").out()).isEqualTo("hone development\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tune --dryrun | Unknown option: '--dryrun'; did you mean '--dry-run'? see 'hone tune --help'",
        "tune --trials=5 | Unknown option: '--trials=5'; see 'hone tune --help'",
        "tune a.yaml b.yaml | Unmatched argument at index 2: 'b.yaml'; see 'hone tune --help'",
        "tune --set | Missing required parameter for option '--set' (KEY=VALUE); see 'hone tune --help'",
        "tnue | Unmatched argument at index 0: 'tnue'; did you mean 'tune'? see 'hone --help'",
        "tune --quiet=perhaps | Invalid value for option '--quiet': 'perhaps' is not a boolean; see 'hone tune --help'",
        "predict model.zip | Missing required parameter: 'ROWS'; see 'hone predict --help'",
      })
  void aMistypedCommandIsOneLine(String command, String message) {
    Cli mistake = Cli.hone(command.split(" "));

    assertThat(mistake.code()).isEqualTo(2);
    assertThat(mistake.out()).isEmpty();
    assertThat(mistake.err()).isEqualTo("hone: " + message + "\n");
  }

  @Test
  void withoutACommandThereIsNothingToDo() {
    Cli nothing = Cli.hone(List.of());

    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).isEqualTo("hone: Missing required subcommand; see 'hone --help'\n");
  }

  @AfterEach
  void logNoMoreThanUsual() {
    logger().setLevel(Level.ERROR);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void debugShowsWhatLibrariesLog() {
    Cli.hone("version");
    assertThat(logger().getLevel()).isEqualTo(Level.ERROR);

    Cli.hone("version", "--debug");
    assertThat(logger().getLevel()).isEqualTo(Level.INFO);
  }

  @Test
  void debugShowsWhere() {
    Cli mistake = Cli.hone("tune", "--debug", "no-such.yaml");

    assertThat(mistake.code()).isEqualTo(2);
    assertThat(mistake.err())
        .startsWith("hone: no-such.yaml: ")
        .contains("org.hone.config.ConfigException: no-such.yaml", "\tat org.hone.cli.TuneCommand");
    assertThat(Cli.hone("tune", "--debug", "--nonsense").err())
        .startsWith("hone: Unknown option: '--nonsense'")
        .contains("\tat picocli.");
  }
}
