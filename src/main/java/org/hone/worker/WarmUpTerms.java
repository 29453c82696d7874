package org.hone.worker;

import java.util.Map;
import org.hone.api.training.Decision;
import org.hone.api.training.Terms;

/**
 * Terms of a training that warms a process up: it is bounded, and nobody hears of it. What follows
 * is the same with it and without, since all randomness of a training follows from its own seed.
 *
 * @param next the terms of the training that comes after it
 * @param deadline value of {@link System#nanoTime} at which it is warm enough
 */
record WarmUpTerms(Terms next, long deadline) implements Terms {
  private static final long ENOUGH_NANOS = 3_000_000_000L;
  private static final long OTHER_SEED = 0x57a7_c01dL;

  static WarmUpTerms of(Terms next) {
    return new WarmUpTerms(next, System.nanoTime() + ENOUGH_NANOS);
  }

  @Override
  public long seed() {
    return next.seed() ^ OTHER_SEED;
  }

  @Override
  public int epochs() {
    return next.epochs();
  }

  @Override
  public Decision report(int epoch, double score, Map<String, Double> readings) {
    return stopRequested() ? Decision.STOP : Decision.CONTINUE;
  }

  @Override
  public boolean stopRequested() {
    return next.stopRequested() || System.nanoTime() - deadline >= 0;
  }
}
