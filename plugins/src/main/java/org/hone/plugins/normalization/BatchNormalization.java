package org.hone.plugins.normalization;

import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
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
public final class BatchNormalization implements Technique {
  private static final double EPS = 1e-5;

  @Override
  public String id() {
    return "batch-normalization";
  }

  @Override
  public Slot slot() {
    return Slot.NORMALIZATION;
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
  public boolean appliesTo(Task task) {
    return task.network().sites().stream().anyMatch(BatchNormalization::canBeNormalized);
  }

  private static boolean canBeNormalized(Site site) {
    return site.kind() == Site.Kind.DENSE || site.kind() == Site.Kind.CONVOLUTION;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("momentum", FloatDistribution.of(0.5, 0.99), 0.9));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double momentum = values.number("momentum");
    return recipe.withNetwork(
        network ->
            network.insert(
                BatchNormalization::canBeNormalized,
                Network.Side.BEFORE_ACTIVATION,
                site ->
                    new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
                        .decay(momentum)
                        .eps(EPS)
                        .build()));
  }
}
