package org.hone.reports.analysis;

import java.util.Locale;
import java.util.Set;

/**
 * What a trial's value measures.
 *
 * @param name as people say it, such as {@code accuracy}
 * @param proportion whether it lies within [0, 1] and is read as percent
 */
public record Metric(String name, boolean proportion) {
  private static final Set<String> PROPORTIONS =
      Set.of(
          "accuracy",
          "balanced accuracy",
          "subset accuracy",
          "precision",
          "recall",
          "f1",
          "macro f1",
          "error rate");

  /** A metric known by its name; one that nobody knows is read as a plain number. */
  public static Metric named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    return new Metric(name, PROPORTIONS.contains(plain));
  }

  /** How a score is written. */
  public Unit unit() {
    return proportion ? Unit.PERCENT : Unit.NUMBER;
  }

  /** How a difference of two scores is written. */
  public Unit differenceUnit() {
    return proportion ? Unit.POINTS : Unit.SIGNED;
  }
}
