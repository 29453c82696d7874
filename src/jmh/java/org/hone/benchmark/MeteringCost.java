package org.hone.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.hone.engine.backend.CpuBackend;
import org.hone.engine.training.StepCase;

/**
 * Takes the CPU time of steps with metering and without, in turn in one process, and prints by how
 * much metering makes them longer: {@code CASE:ROWS:STEPS_PER_EPOCH ...}. What is measured once in
 * so many steps is in each of the times, for they are of 2000 steps or more. The last column has a
 * step without metering against itself: what is no more than that is noise.
 */
public final class MeteringCost {
  private static final long WARM_UP_NANOS = 6_000_000_000L;
  private static final int STEPS = 2000;
  private static final int LEAST_EPOCHS = 10;
  private static final int ROUNDS = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private MeteringCost() {}

  public static void main(String[] args) {
    CpuBackend.start();
    System.out.println(
        "| case:rows:steps per epoch | bare, us | metered, us | longer by | noise |");
    System.out.println("|---|---|---|---|---|");
    for (String asked : args) {
      String[] parts = asked.split(":");
      StepCase one = new StepCase(parts[0], Integer.parseInt(parts[1]));
      int steps = Integer.parseInt(parts[2]);
      // a worker that has been at work for hours has looked at layers a thousand times
      warmUp(one.epochs(1));
      System.out.println(line(asked, one.epochs(steps), steps));
    }
  }

  private static String line(String name, StepCase.Epochs epochs, int steps) {
    warmUp(epochs);
    double[] bare = new double[ROUNDS];
    double[] metered = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    double[] noise = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double before = nanos(epochs.bare(), steps);
      metered[i] = nanos(epochs.metered(), steps);
      double after = nanos(epochs.bare(), steps);
      bare[i] = (before + after) / 2;
      ratios[i] = metered[i] / bare[i];
      noise[i] = after / before;
    }
    double perStep = 1000.0 * epochsOf(steps) * steps;
    return "| %s | %.1f | %.1f | %.1f%% | %.1f%% |"
        .formatted(
            name,
            median(bare) / perStep,
            median(metered) / perStep,
            100 * (median(ratios) - 1),
            100 * (median(noise) - 1));
  }

  /** As many as there are from one look at layers to the next. */
  private static int epochsOf(int steps) {
    return Math.max(LEAST_EPOCHS, (STEPS + steps - 1) / steps);
  }

  private static void warmUp(StepCase.Epochs epochs) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    while (System.nanoTime() < end) {
      epochs.bare().run();
      epochs.metered().run();
    }
  }

  /** The middle one. */
  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(ROUNDS - 1) / 2] + sorted[ROUNDS / 2]) / 2;
  }

  /** This thread's own work, whatever else the machine does. */
  private static double nanos(Runnable epoch, int steps) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < epochsOf(steps); i++) {
      epoch.run();
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
