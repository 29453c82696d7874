package org.hone.plugins.normalization;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.technique.Citation;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Batch normalization: each unit's input to its activation is standardised over the batch, then
 * scaled and shifted by learnt amounts; at inference by moving averages of mean and variance.
 *
 * <pre>{@code y = gamma * (x - mean_B) / sqrt(var_B + eps) + beta}</pre>
 *
 * Name in the paper: {@code eps}, a number added for numerical stability; 1e-5 is the usual choice.
 * {@code momentum} is the share of the old value that a moving average keeps at each step.
 *
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy, ICML 2015, Algorithm 1</a>
 */
public final class BatchNormalization extends HiddenNormalization {
  private static final String MOMENTUM = "momentum";
  private static final String EPS = "eps";

  @Override
  public String id() {
    return "batch-normalization";
  }

  @Override
  public String summary() {
    return "Standardises what enters each activation over the rows of the batch.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Ioffe and Szegedy",
        "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift",
        2015,
        "https://arxiv.org/abs/1502.03167");
  }

  @Override
  SearchSpace strengths() {
    return ofBatches();
  }

  /** The strengths of any normalization over rows. */
  static SearchSpace ofBatches() {
    return SearchSpace.of(
        Parameter.of(MOMENTUM, FloatDistribution.of(0.5, 0.99), 0.9),
        Parameter.of(EPS, FloatDistribution.log(1e-6, 1e-2), 1e-5));
  }

  @Override
  Layer layer(ParameterValues values) {
    return overBatches(values);
  }

  static Layer overBatches(ParameterValues values) {
    return new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
        .decay(values.number(MOMENTUM))
        .eps(values.number(EPS))
        .build();
  }
}
