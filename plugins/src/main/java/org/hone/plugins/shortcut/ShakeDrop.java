package org.hone.plugins.shortcut;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.hone.api.layer.ShakeDropSum;
import org.hone.api.recipe.Block;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Shake-drop: a block beside a shortcut is now and then disturbed, deep ones more often than early
 * ones: multiplied by a number of -1 to 1 on the way forward, by another of 0 to 1 on the way back.
 *
 * <pre>{@code
 * y = x + (g + a - g * a) * F(x),  g ~ Bernoulli(p_l),  a ~ U(-1, 1), at inference p_l * F(x)
 * p_l = 1 - l / L * (1 - p_L)
 * }</pre>
 *
 * Names in the paper: g = b_l, a = alpha, {@code probability} = p_L, of which it recommends 0.5; l
 * counts the L blocks from 1.
 *
 * @see <a href="https://arxiv.org/abs/1802.02375">Yamada et al., IEEE Access 2019, equations 4 and
 *     6</a>
 */
public final class ShakeDrop extends Shortcut {
  @Override
  public String id() {
    return "shake-drop";
  }

  @Override
  public String summary() {
    return "Disturbs blocks at random, deep ones more often, beside a shortcut.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Yamada et al.",
        "ShakeDrop Regularization for Deep Residual Learning",
        2019,
        "https://arxiv.org/abs/1802.02375");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("probability", FloatDistribution.of(0, 1), 0.5));
  }

  @Override
  int branches() {
    return 1;
  }

  @Override
  GraphVertex join(Block block, ParameterValues values) {
    double depth = (block.index() + 1.0) / block.count();
    return new ShakeDropSum(1 - depth * (1 - values.number("probability")));
  }
}
