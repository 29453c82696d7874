package org.hone.benchmark;

/**
 * How often a figure is measured.
 *
 * @param forks fresh JVMs
 * @param warmups runs of each fork that do not count; with none, the JVM is as cold as a program
 *     that begins
 * @param runs of each fork that count
 */
record Effort(int forks, int warmups, int runs) {

  /** Every run in a JVM of its own that has compiled nothing yet. */
  static Effort cold(int forks) {
    return new Effort(forks, 0, 1);
  }

  /** One JVM that has seen it all before. */
  static Effort warm(int warmups, int runs) {
    return new Effort(1, warmups, runs);
  }

  /** Just enough to see that it works. */
  Effort quick() {
    return new Effort(1, 0, 1);
  }
}
