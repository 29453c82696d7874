package org.hone.reports.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a trial's value measures.
 *
 * @param name as people say it, such as {@code accuracy}
 * @param unit how a score is written
 */
public record Metric(String name, Unit unit) {
  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("accuracy", Unit.PERCENT),
          Map.entry("balanced accuracy", Unit.PERCENT),
          Map.entry("subset accuracy", Unit.PERCENT),
          Map.entry("precision", Unit.PERCENT),
          Map.entry("recall", Unit.PERCENT),
          Map.entry("f1", Unit.PERCENT),
          Map.entry("macro f1", Unit.PERCENT),
          Map.entry("error rate", Unit.PERCENT),
          Map.entry("training time", Unit.SECONDS),
          Map.entry("inference time", Unit.SECONDS),
          Map.entry("row inference time", Unit.SECONDS),
          Map.entry("parameters", Unit.COUNT),
          Map.entry("model size", Unit.BYTES));

  /** A metric known by its name; one that nobody knows is read as a plain number. */
  public static Metric named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    return new Metric(name, UNITS.getOrDefault(plain, Unit.NUMBER));
  }

  /** How a difference of two scores is written. */
  public Unit differenceUnit() {
    return unit == Unit.PERCENT ? Unit.POINTS : Unit.SIGNED;
  }

  /**
   * The interval of a mean score over three seeds or more, cut to what the metric can be: a share
   * lies within [0, 1], which Student's interval of a few scores does not know.
   */
  public Optional<Interval> interval(Sample scores) {
    return uncut(scores).map(one -> unit == Unit.PERCENT ? one.within(0, 1) : one);
  }

  private static Optional<Interval> uncut(Sample scores) {
    return scores.size() < Interval.FEWEST ? Optional.empty() : StudentT.mean(scores);
  }

  /** The interval of a mean score over seeds in words, with where it was cut, or why it is none. */
  public String intervalInWords(Sample scores) {
    return interval(scores)
        .map(found -> Interval.inWords(found, unit) + cut(scores))
        .orElse(Interval.missing(scores));
  }

  /** Whether a part of the interval lay where the metric cannot be. */
  public boolean isCut(Sample scores) {
    return !cut(scores).isEmpty();
  }

  private String cut(Sample scores) {
    boolean low = unit == Unit.PERCENT && uncut(scores).filter(one -> one.low() < 0).isPresent();
    boolean high = unit == Unit.PERCENT && uncut(scores).filter(one -> one.high() > 1).isPresent();
    return low && high ? ", cut at 0 and 100%" : low ? ", cut at 0%" : high ? ", cut at 100%" : "";
  }
}
