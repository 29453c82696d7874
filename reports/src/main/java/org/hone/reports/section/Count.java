package org.hone.reports.section;

/** A number of things in words: "1 trial", "2 trials". */
final class Count {
  private Count() {}

  static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
