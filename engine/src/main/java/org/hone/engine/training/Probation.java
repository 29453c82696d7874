package org.hone.engine.training;

/**
 * How a recording comes to be trusted: layers prepare themselves in the first passes, then one is
 * recorded, the next are compared with Deeplearning4j's own, and from then on it is replayed. What
 * failed once is never trusted again.
 */
final class Probation {
  private static final int PASSES_BEFORE_RECORDING = 2;
  private static final int COMPARISONS = 2;

  private int passes;
  private boolean failed;

  /** How a pass is made. */
  enum Turn {
    /** Deeplearning4j's own way. */
    OWN,
    /** Deeplearning4j's own way, recorded. */
    RECORDED,
    /** Both ways, which must give the same. */
    COMPARED,
    /** The recording alone. */
    REPLAYED
  }

  /** Of the next pass. */
  Turn next() {
    passes++;
    if (failed || passes <= PASSES_BEFORE_RECORDING) {
      return Turn.OWN;
    }
    if (passes == PASSES_BEFORE_RECORDING + 1) {
      return Turn.RECORDED;
    }
    return passes <= PASSES_BEFORE_RECORDING + 1 + COMPARISONS ? Turn.COMPARED : Turn.REPLAYED;
  }

  /** Deeplearning4j's own way for ever. */
  void fail() {
    failed = true;
  }

  /** Whether passes are replayed from now on. */
  boolean passed() {
    return !failed && passes >= PASSES_BEFORE_RECORDING + 1 + COMPARISONS;
  }
}
