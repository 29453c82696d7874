package org.hone.plugins.shortcut;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.hone.api.recipe.Block;
import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;

/**
 * Skip connections: a block learns what to add to its input, so that gradients have a way around
 * it.
 *
 * <pre>{@code y = x + F(x)}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al., CVPR 2016, equation 1</a>
 */
public final class SkipConnections extends Shortcut {
  @Override
  public String id() {
    return "skip-connections";
  }

  @Override
  public String summary() {
    return "Adds the input of each block to its output.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "He et al.",
        "Deep Residual Learning for Image Recognition",
        2016,
        "https://arxiv.org/abs/1512.03385");
  }

  @Override
  int branches() {
    return 1;
  }

  @Override
  GraphVertex join(Block block, ParameterValues values) {
    return new ElementWiseVertex(ElementWiseVertex.Op.Add);
  }
}
