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
 * {@code momentum} is the share of the old value that a moving average keeps at each step.
 *
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy, ICML 2015, Algorithm 1</a>
 */
public final class BatchNormalization extends HiddenNormalization {
  static final String MOMENTUM = "momentum";
  private static final double EPS = 1e-5;

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
    return SearchSpace.of(momentum());
  }

  static Parameter momentum() {
    return Parameter.of(MOMENTUM, FloatDistribution.of(0.5, 0.99), 0.9);
  }

  @Override
  Layer layer(ParameterValues values) {
    return withMomentum(values.number(MOMENTUM));
  }

  static Layer withMomentum(double momentum) {
    return new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
        .decay(momentum)
        .eps(EPS)
        .build();
  }
}
