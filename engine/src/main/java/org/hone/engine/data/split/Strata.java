package org.hone.engine.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Deals out rows, each stratum by itself: the plan's share of it to each part, rounded; but at
 * least one row to each part if there are three, and to training and validation if there are two.
 * Folds are dealt like cards, so that they differ by a row at most.
 *
 * @param strata rows of each, ascending
 */
public record Strata(List<int[]> strata) implements Dealing {
  public Strata {
    strata = List.copyOf(strata);
  }

  @Override
  public Split deal(SplitPlan plan) {
    SplittableRandom testRandom = new SplittableRandom(plan.testSeed());
    SplittableRandom developmentRandom = new SplittableRandom(plan.developmentSeed());
    List<int[]> training = new ArrayList<>();
    List<int[]> validation = new ArrayList<>();
    List<int[]> test = new ArrayList<>();
    int dealt = 0;
    for (int[] stratum : strata) {
      int tests = testRows(stratum.length, plan);
      int[] rows = Split.shuffle(stratum, testRandom);
      test.add(Arrays.copyOf(rows, tests));
      int[] rest = Arrays.copyOfRange(rows, tests, rows.length);
      Arrays.sort(rest);
      int[] development = Split.shuffle(rest, developmentRandom);
      boolean[] validates = validates(development.length, dealt, stratum.length, plan);
      validation.add(select(development, validates, true));
      training.add(select(development, validates, false));
      dealt += development.length;
    }
    return new Split(
        Split.join(training, developmentRandom),
        Split.join(validation, developmentRandom),
        Split.join(test, testRandom));
  }

  @Override
  public String supply() {
    return "%d rows".formatted(strata.stream().mapToInt(rows -> rows.length).sum());
  }

  /**
   * Which of a stratum's development rows validate.
   *
   * @param before how many rows of other strata were dealt to folds
   */
  private static boolean[] validates(int rows, int before, int ofStratum, SplitPlan plan) {
    boolean[] validates = new boolean[rows];
    if (plan.fold().isPresent()) {
      SplitPlan.Fold fold = plan.fold().get();
      for (int i = 0; i < rows; i++) {
        validates[i] = (before + i) % fold.of() == fold.number();
      }
    } else if (plan.validation() > 0 && ofStratum >= 2) {
      Arrays.fill(validates, 0, share(ofStratum, plan.validation(), rows - 1), true);
    }
    return validates;
  }

  private static int testRows(int rows, SplitPlan plan) {
    return plan.test() == 0 || rows < 3 ? 0 : share(rows, plan.test(), rows - 2);
  }

  private static int share(int rows, double share, int most) {
    return (int) Math.min(most, Math.max(1, Math.round(rows * share)));
  }

  private static int[] select(int[] rows, boolean[] marks, boolean wanted) {
    return IntStream.range(0, rows.length)
        .filter(i -> marks[i] == wanted)
        .map(i -> rows[i])
        .toArray();
  }
}
