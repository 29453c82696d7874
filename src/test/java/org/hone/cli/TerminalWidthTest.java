package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalWidthTest {
  private final AtomicLong clock = new AtomicLong();

  @Test
  void followsTheTerminalButAsksSeldom() {
    Deque<String> answers = new ArrayDeque<>(List.of("40 132\n", "40 60\n"));
    TerminalWidth width = new TerminalWidth(() -> Optional.ofNullable(answers.poll()), clock::get);

    assertThat(width.getAsInt()).isEqualTo(132);
    clock.set(Duration.ofSeconds(4).toNanos());
    assertThat(width.getAsInt()).isEqualTo(132);
    clock.set(Duration.ofSeconds(5).toNanos());
    assertThat(width.getAsInt()).isEqualTo(60);
    clock.set(Duration.ofSeconds(20).toNanos());
    assertThat(width.getAsInt()).as("the last one known").isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0 0", "24", "stty: not a terminal"})
  void isTheUsualOneOfATerminalThatDoesNotTell(String answer) {
    assertThat(new TerminalWidth(() -> Optional.of(answer), clock::get).getAsInt())
        .isEqualTo(TerminalWidth.USUAL);
  }

  @Test
  void isAtLeastOneHoweverTheSystemIsAsked() {
    assertThat(new TerminalWidth().getAsInt()).isPositive();
  }
}
