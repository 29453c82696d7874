package org.hone.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hone.agent.UserException;
import org.hone.reports.analysis.Unit;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** How a trial is written for people. */
final class TrialText {
  private TrialText() {}

  /** A number in short, such as {@code 0.4123}, as a program would take it. */
  static String number(double number) {
    return Unit.SETTING.text(number).replace('−', '-');
  }

  /** The values in short, such as {@code 0.4123} or {@code 0.4123, 17}. */
  static String values(List<Double> values) {
    return values.stream().map(TrialText::number).collect(Collectors.joining(", "));
  }

  /** A parameter's value in short. */
  static String value(Object value) {
    return value instanceof Double number ? number(number) : String.valueOf(value);
  }

  /** All parameters in short, such as {@code rate=0.01, layers=3}. */
  static String parameters(TrialRecord trial) {
    return trial.parameters().external().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** One parameter a line, in full. */
  static List<String> parameterLines(TrialRecord trial) {
    Map<String, Object> external = trial.parameters().external();
    int longest = external.keySet().stream().mapToInt(String::length).max().orElse(0);
    return external.entrySet().stream()
        .map(entry -> "  " + padded(entry.getKey(), longest) + "  " + full(entry.getValue()))
        .toList();
  }

  /** With all digits. */
  private static String full(Object value) {
    return value instanceof Double
        ? String.valueOf(value).replace('E', 'e')
        : String.valueOf(value);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** Such as {@code trial 17, value 0.4123456}, with the values in full. */
  static String headline(TrialRecord trial) {
    String noun = trial.values().size() == 1 ? "value" : "values";
    String values = trial.values().stream().map(TrialText::full).collect(Collectors.joining(", "));
    return "trial %d, %s %s".formatted(trial.number(), noun, values);
  }

  /** Such as {@code complete}. */
  static String state(TrialRecord trial) {
    if (trial.isInterrupted()) {
      return "interrupted";
    }
    return trial.state() == TrialState.FAIL
        ? "failed"
        : trial.state().name().toLowerCase(Locale.ROOT);
  }

  /** Why a trial failed, in one line. */
  static String reason(TrialRecord trial) {
    return trial.reason().flatMap(text -> text.lines().findFirst()).orElse("no reason given");
  }

  /** That nothing came of a study, and why, as far as its last trial says so. */
  static UserException noResult(StudySnapshot study) {
    String last =
        study
            .in(TrialState.FAIL)
            .reduce((a, b) -> b)
            .map(trial -> "; trial %d: %s".formatted(trial.number(), reason(trial)))
            .orElse("");
    return new UserException("no trial came to a result" + last);
  }

  /** How long it took, such as {@code 0.1 s}; empty if that is not known. */
  static String time(TrialRecord trial) {
    return trial.duration().map(TrialText::time).orElse("");
  }

  private static String time(Duration took) {
    return "%.1f s".formatted(took.toMillis() / 1e3);
  }
}
