package org.hone.plugins;

import java.util.Collections;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Site;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Many layers of sixteen units for classes that one layer could tell apart, trained for a little
 * time. Judged by the share of wrong answers: a half of a network that has learnt nothing.
 */
public final class DeepNetwork {
  private static final int COLUMNS = 8;
  private static final int UNITS = 16;
  private static final int BATCH = 16;

  private DeepNetwork() {}

  /** With the first weights that Hone gives a network. */
  public static Task of(int layers, Activation activation) {
    return Planted.task(
        Goal.CLASSIFICATION,
        InputShape.table(COLUMNS),
        new Architecture.Mlp(Collections.nCopies(layers, UNITS), activation),
        examples(128, 1),
        examples(300, 2));
  }

  /** With other first weights of hidden layers. */
  public static Task of(int layers, Activation activation, IWeightInit first) {
    Task task = of(layers, activation);
    return task.withNetwork(begun(task.network(), first));
  }

  /** Normal numbers of this deviation as first weights. */
  public static Task of(int layers, Activation activation, double deviation) {
    return of(layers, activation, normal(deviation));
  }

  /** The deviation of weights that keep the variance of a linear layer's outputs. */
  public static double keeping() {
    return Math.sqrt(1.0 / UNITS);
  }

  public static IWeightInit normal(double deviation) {
    return new WeightInitDistribution(new NormalDistribution(0, deviation));
  }

  private static Network begun(Network network, IWeightInit first) {
    return network.mapLayers(
        Site::isHidden,
        layer -> {
          ((BaseLayer) layer).setWeightInitFn(first);
          return layer;
        });
  }

  /** Eight steps in each epoch. */
  public static Planted planted(Task task, IUpdater updater, int epochs) {
    return Planted.of(task, BATCH, updater, epochs);
  }

  private static Examples examples(int rows, long seed) {
    INDArray features = Noise.normal(new RandomState(seed), 1, rows, COLUMNS);
    INDArray labels = Nd4j.zeros(rows, 2);
    for (int row = 0; row < rows; row++) {
      double sum = features.getDouble(row, 0) - features.getDouble(row, 1);
      labels.putScalar(row, sum > 0 ? 1 : 0, 1);
    }
    return Examples.of(features, labels);
  }
}
