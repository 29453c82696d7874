package org.hone.plugins;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.RandomState;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A weighted sum of columns to be learnt by a network without hidden layers, so that it is known
 * where its descent has difficulties. Judged by the root of the squared error on rows without
 * noise.
 */
public final class LinearRows {
  private static final int COLUMNS = 6;
  private static final int ROWS = 160;

  /** Targets with as much noise as signal, and a rate at which the weights follow the noise. */
  public static final Planted NOISY = noisy(0.1);

  /** A valley thirty times as long as it is wide, and the steepest columns know least. */
  public static final Planted NARROW =
      Planted.of(
          task(LinearRows::scale, column -> 1 / (30 * scale(column)), 0, 0), 16, new Sgd(0.3), 60);

  /** Columns far from zero, at a rate that is too high for the way they share. */
  public static final Planted OFF_CENTRE =
      Planted.of(task(column -> 1, column -> column % 2 == 0 ? 1 : -1, 3, 0), 16, new Sgd(0.1), 10);

  /** Rows that count so little that half precision has no gradients for them. */
  public static final Planted FAINT = faint(1e-8);

  private LinearRows() {}

  private static Planted noisy(double rate) {
    return Planted.of(
        task(column -> 1, column -> 1 / Math.sqrt(COLUMNS), 0, 1), 4, new Sgd(rate), 20);
  }

  private static Planted faint(double weight) {
    Task plain = task(column -> 1, column -> 1, 0, 0);
    Examples rows = plain.training();
    Examples weighted =
        new Examples(
            rows.inputs(),
            rows.labels(),
            Optional.of(Nd4j.valueArrayOf(new long[] {ROWS, 1}, weight)));
    Task task =
        Planted.task(
            Goal.REGRESSION,
            plain.input(),
            new Architecture.Layers(List.of(), Activation.IDENTITY),
            weighted,
            plain.validation());
    return Planted.of(task, 16, new Adam(0.05, 0.9, 0.999, 1e-12), 10);
  }

  private static double scale(int column) {
    return Math.pow(30, -column / (COLUMNS - 1.0));
  }

  private static Task task(
      IntToDoubleFunction scale, IntToDoubleFunction weight, double offset, double noise) {
    return Planted.task(
        Goal.REGRESSION,
        InputShape.table(COLUMNS),
        new Architecture.Layers(List.of(), Activation.IDENTITY),
        examples(scale, weight, offset, noise, 1),
        examples(scale, weight, offset, 0, 2));
  }

  private static Examples examples(
      IntToDoubleFunction scale,
      IntToDoubleFunction weight,
      double offset,
      double noise,
      long seed) {
    RandomState random = new RandomState(seed);
    INDArray features = Noise.normal(random, 1, ROWS, COLUMNS);
    INDArray targets = Noise.normal(random, noise, ROWS, 1);
    for (int column = 0; column < COLUMNS; column++) {
      INDArray values = features.getColumn(column).muli(scale.applyAsDouble(column)).addi(offset);
      targets.addi(values.mul(weight.applyAsDouble(column)).reshape(ROWS, 1));
    }
    return Examples.of(features, targets);
  }
}
