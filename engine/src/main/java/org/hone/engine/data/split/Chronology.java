package org.hone.engine.data.split;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Earlier rows train, later ones validate, the latest test, whatever the seeds: a model is judged
 * by what came after all that it has seen. Rows of the same time stay together; each cut lies
 * between two times, nearest to where the plan wants it.
 *
 * <p>With k folds the development rows are k + 1 stretches of time; in fold i the first i + 1 of
 * them train, and the next one validates.
 */
public final class Chronology implements Dealing {
  private final double[] times;

  /**
   * Of times by row.
   *
   * @param times larger ones are later
   */
  public Chronology(double[] times) {
    this.times = times.clone();
  }

  @Override
  public Split deal(SplitPlan plan) {
    int[] order = order();
    int rows = order.length;
    int development = plan.test() == 0 ? rows : cut(order, rows - rows * plan.test(), rows);
    int from = cut(order, begin(plan, development, rows), development);
    int to =
        plan.fold()
            .map(
                fold ->
                    cut(order, development * (fold.number() + 2.0) / (fold.of() + 1), development))
            .orElse(development);
    SplittableRandom developmentRandom = new SplittableRandom(plan.developmentSeed());
    return new Split(
        Split.shuffle(Arrays.copyOf(order, from), developmentRandom),
        Split.shuffle(Arrays.copyOfRange(order, from, Math.max(from, to)), developmentRandom),
        Split.shuffle(
            Arrays.copyOfRange(order, development, rows), new SplittableRandom(plan.testSeed())));
  }

  @Override
  public String supply() {
    return "%d different times".formatted(Arrays.stream(times).distinct().count());
  }

  /** How many rows are to come before the first that validates. */
  private static double begin(SplitPlan plan, int development, int rows) {
    return plan.fold()
        .map(fold -> development * (fold.number() + 1.0) / (fold.of() + 1))
        .orElse(development - rows * plan.validation());
  }

  private int[] order() {
    return IntStream.range(0, times.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> times[row]))
        .mapToInt(row -> row)
        .toArray();
  }

  /** The place between two times nearest to where it is wanted; the end if that is wanted. */
  private int cut(int[] order, double wanted, int end) {
    int nearest = end;
    for (int i = 1; i < end && wanted < end; i++) {
      boolean between = times[order[i]] > times[order[i - 1]];
      if (between && (nearest == end || Math.abs(i - wanted) < Math.abs(nearest - wanted))) {
        nearest = i;
      }
    }
    return nearest;
  }
}
