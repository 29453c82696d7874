package org.hone.plugins.normalization;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.layer.Normalization;
import org.hone.api.technique.Citation;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Group normalization: as layer normalization, but over groups of neighbouring channels.
 *
 * <pre>{@code y = gamma * (x - mean) / sqrt(var + eps) + beta,  over the row's channels of a group}
 * </pre>
 *
 * Name in the paper: {@code groups} = G, of which it recommends 32. Where that does not divide the
 * channels, there are as many groups as the largest smaller number that does.
 *
 * @see <a href="https://arxiv.org/abs/1803.08494">Wu and He, ECCV 2018, equations 1, 2, 6 and 7</a>
 */
public final class GroupNormalization extends HiddenNormalization {
  @Override
  public String id() {
    return "group-normalization";
  }

  @Override
  public String summary() {
    return "Standardises what enters activations over groups of channels of each single row.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Wu and He", "Group Normalization", 2018, "https://arxiv.org/abs/1803.08494");
  }

  @Override
  SearchSpace strengths() {
    return SearchSpace.of(Parameter.of("groups", IntDistribution.log(2, 64), 32));
  }

  @Override
  Layer layer(ParameterValues values) {
    return Normalization.ofGroups(values.integer("groups"));
  }
}
