package org.hone.plugins.augmentation;

import java.util.random.RandomGenerator;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.plugins.Noise;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A batch beside itself in another order: each row with a partner to mix with. */
final class Partners {
  private final Batch batch;
  private final int[] order;

  private Partners(Batch batch, int[] order) {
    this.batch = batch;
    this.order = order;
  }

  static Partners of(Batch batch, RandomGenerator random) {
    return new Partners(batch, Noise.permutation(random, batch.size()));
  }

  /** The partners' features. */
  INDArray features() {
    return rows(batch.features());
  }

  /**
   * Labels, weights and masks as they are when partners have some shares in the rows.
   *
   * @param features of the mixed rows
   * @param shares of the rows' own, the rest being their partners'; [rows, 1], in [0, 1]
   */
  Batch mixed(INDArray features, INDArray shares) {
    INDArray labels = mix(batch.labels(), shares);
    return new Batch(
        new Inputs(features, batch.inputs().mask().map(mask -> Transforms.max(mask, rows(mask)))),
        labels,
        batch.weights().map(weights -> mix(weights, shares)));
  }

  private INDArray mix(INDArray own, INDArray shares) {
    return own.mulColumnVector(shares).addi(rows(own).muliColumnVector(shares.rsub(1)));
  }

  private INDArray rows(INDArray array) {
    INDArray flat = array.dup('c').reshape('c', array.size(0), array.length() / array.size(0));
    return Nd4j.pullRows(flat, 1, order, 'c').reshape('c', array.shape());
  }
}
