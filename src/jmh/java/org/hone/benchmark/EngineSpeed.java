package org.hone.benchmark;

import org.hone.engine.backend.CpuBackend;
import org.hone.engine.training.StepCase;

/**
 * Times steps as src/checks/engine-speed asks for them: {@code engine|plain CASE:ROWS[:inference]},
 * and prints microseconds per step, the best of three windows after a warm-up.
 */
final class EngineSpeed {
  private static final long SECOND = 1_000_000_000L;
  private static final int WARM_UP_SECONDS = 8;
  private static final int WINDOWS = 3;

  private EngineSpeed() {}

  public static void main(String[] args) {
    CpuBackend.start();
    String[] asked = args[1].split(":");
    StepCase one = new StepCase(asked[0], Integer.parseInt(asked[1]));
    boolean engine = args[0].equals("engine");
    Runnable step;
    if (asked.length > 2) {
      step = engine ? one.prediction() : one.output();
    } else {
      step = engine ? one.engine() : one.fit();
    }
    System.out.printf("%.1f%n", microseconds(step));
  }

  private static double microseconds(Runnable step) {
    window(step, WARM_UP_SECONDS * SECOND);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < WINDOWS; i++) {
      best = Math.min(best, window(step, SECOND));
    }
    return best / 1000;
  }

  /** Nanoseconds per step. */
  private static double window(Runnable step, long nanos) {
    long start = System.nanoTime();
    long steps = 0;
    while (System.nanoTime() - start < nanos) {
      step.run();
      steps++;
    }
    return (double) (System.nanoTime() - start) / steps;
  }
}
