package org.hone.engine.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Deals out units that stay whole, rows of one group or rows with several labels, so that each part
 * has its share of rows and of each label, as far as that goes.
 *
 * @param noun what the units are, in the plural
 * @param rows of each unit
 * @param labels of each unit, as often as its rows have them
 */
public record Units(String noun, List<int[]> rows, List<int[]> labels) implements Dealing {
  public Units {
    rows = List.copyOf(rows);
    labels = List.copyOf(labels);
  }

  @Override
  public Split deal(SplitPlan plan) {
    SplittableRandom testRandom = new SplittableRandom(plan.testSeed());
    SplittableRandom developmentRandom = new SplittableRandom(plan.developmentSeed());
    int[] all = IntStream.range(0, rows.size()).toArray();
    List<int[]> parts = List.of(new int[0], all);
    double[] shares = shares(plan);
    int[] least = Arrays.stream(shares).mapToInt(share -> share > 0 ? 1 : 0).toArray();
    if (plan.test() > 0) {
      double[] both = {plan.test(), 1 - plan.test()};
      parts = stratification(all).deal(both, new int[] {1, Arrays.stream(least).sum()}, testRandom);
    }
    List<int[]> folds = stratification(parts.get(1)).deal(shares, least, developmentRandom);
    int validating = plan.fold().map(SplitPlan.Fold::number).orElse(0);
    List<int[]> training = new ArrayList<>(folds);
    int[] validation = training.remove(validating);
    return new Split(
        Split.shuffle(training.stream().flatMapToInt(this::rowsOf).toArray(), developmentRandom),
        Split.shuffle(rowsOf(validation).toArray(), developmentRandom),
        Split.shuffle(rowsOf(parts.get(0)).toArray(), testRandom));
  }

  @Override
  public String supply() {
    return "%d %s".formatted(rows.size(), noun);
  }

  private static double[] shares(SplitPlan plan) {
    double validation = plan.validationOfDevelopment();
    return plan.fold()
        .map(fold -> IntStream.range(0, fold.of()).mapToDouble(i -> 1.0 / fold.of()).toArray())
        .orElseGet(() -> new double[] {validation, 1 - validation});
  }

  private IntStream rowsOf(int[] units) {
    return IntStream.of(units).flatMap(unit -> IntStream.of(rows.get(unit)));
  }

  private IterativeStratification stratification(int[] units) {
    return new IterativeStratification(
        units,
        IntStream.of(units).map(unit -> rows.get(unit).length).toArray(),
        IntStream.of(units).mapToObj(labels::get).toList());
  }
}
