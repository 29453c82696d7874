package org.hone.benchmark;

import java.util.Arrays;
import org.hone.engine.backend.CpuBackend;
import org.hone.engine.training.StepCase;

/**
 * Times steps with metering and without, in turn in one process, and prints by how much metering
 * makes them longer: {@code CASE:ROWS ...}.
 */
public final class MeteringCost {
  private static final long WARM_UP_NANOS = 8_000_000_000L;
  private static final long WINDOW_NANOS = 250_000_000L;
  private static final int PAIRS = 24;

  private MeteringCost() {}

  public static void main(String[] args) {
    CpuBackend.start();
    System.out.println("| case | step, us | metered, us | longer by (median of pairs) |");
    System.out.println("|---|---|---|---|");
    for (String asked : args) {
      String[] parts = asked.split(":");
      StepCase one = new StepCase(parts[0], Integer.parseInt(parts[1]));
      System.out.println(line(asked, one.bare(), one.metered()));
    }
  }

  private static String line(String name, Runnable bare, Runnable metered) {
    window(bare, WARM_UP_NANOS);
    window(metered, WARM_UP_NANOS);
    double[] ratios = new double[PAIRS];
    double[] bareTimes = new double[PAIRS];
    double[] meteredTimes = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      boolean bareFirst = i % 2 == 0;
      double first = window(bareFirst ? bare : metered, WINDOW_NANOS);
      double second = window(bareFirst ? metered : bare, WINDOW_NANOS);
      bareTimes[i] = bareFirst ? first : second;
      meteredTimes[i] = bareFirst ? second : first;
      ratios[i] = meteredTimes[i] / bareTimes[i];
    }
    return "| %s | %.1f | %.1f | %.1f%% |"
        .formatted(
            name,
            median(bareTimes) / 1000,
            median(meteredTimes) / 1000,
            100 * (median(ratios) - 1));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(PAIRS - 1) / 2] + sorted[PAIRS / 2]) / 2;
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
