package org.hone.benchmark;

/** What a figure counts, and which way is better. */
enum Scale {
  /** Of the whole run; less is better. */
  SECONDS("s", "<=") {
    @Override
    double of(double seconds, int operations) {
      return seconds;
    }
  },
  /** Of one operation; less is better. */
  MILLISECONDS_EACH("ms", "<=") {
    @Override
    double of(double seconds, int operations) {
      return seconds / operations * 1000;
    }
  },
  /** Operations in a second; more is better. */
  EACH_SECOND("/s", ">=") {
    @Override
    double of(double seconds, int operations) {
      return operations / seconds;
    }
  };

  private final String unit;
  private final String relation;

  Scale(String unit, String relation) {
    this.unit = unit;
    this.relation = relation;
  }

  /**
   * A measurement on this scale.
   *
   * @param seconds of the whole run
   * @param operations of which the run consists
   */
  abstract double of(double seconds, int operations);

  boolean reaches(double value, double target) {
    return this == EACH_SECOND ? value >= target : value <= target;
  }

  String text(double value) {
    String pattern = value >= 100 ? "%,.0f %s" : value >= 1 ? "%.2f %s" : "%.3f %s";
    return pattern.formatted(value, unit);
  }

  String targetText(double target) {
    return relation + " " + text(target);
  }
}
