package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.hone.agent.UserException;
import org.hone.engine.metrics.MetricException;
import org.hone.search.storage.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
  private final StringWriter err = new StringWriter();

  private int report(Throwable problem, boolean debug) {
    return new Faults(new PrintWriter(err, true), debug).report(problem);
  }

  static List<Arguments> mistakes() {
    return List.of(
        Arguments.of(new UserException("a:\n  b\r\nc\n"), "a: b c"),
        Arguments.of(new StorageException("disk full"), "disk full"),
        Arguments.of(new MetricException("its id is taken"), "its id is taken"),
        Arguments.of(new NoSuchFileException("x"), "x: no such file"),
        Arguments.of(new AccessDeniedException("x"), "x: AccessDeniedException"),
        Arguments.of(new FileSystemException("x", null, "No space left"), "x: No space left"),
        Arguments.of(new FileNotFoundException("x (gone)"), "x (gone)"),
        Arguments.of(new UncheckedIOException(new IOException("broken pipe")), "broken pipe"),
        Arguments.of(new IOException(), "java.io.IOException"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsOneLine(Throwable problem, String line) {
    assertThat(report(problem, false)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("hone: " + line + System.lineSeparator());
  }

  @Test
  void aFaultOfOursIsAdmitted() {
    assertThat(report(new IllegalStateException("oops"), false)).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "hone: internal error: java.lang.IllegalStateException: oops",
            "hone: that is a fault of hone's; --debug shows where it happened");
  }

  @Test
  void debugShowsWhere() {
    assertThat(report(new UnsatisfiedLinkError("no jnind4jcpu"), true)).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("hone: internal error: java.lang.UnsatisfiedLinkError: no jnind4jcpu")
        .doesNotContain("--debug shows")
        .contains("\tat " + FaultsTest.class.getName());
  }
}
