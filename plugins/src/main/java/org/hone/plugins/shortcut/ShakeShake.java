package org.hone.plugins.shortcut;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.hone.api.layer.ShakeShakeSum;
import org.hone.api.recipe.Block;
import org.hone.api.technique.Citation;
import org.hone.search.space.ParameterValues;

/**
 * Shake-shake: each block stands twice beside a shortcut, and the shares of the two are drawn anew
 * for each row, on the way forward and again on the way back.
 *
 * <pre>{@code y = x + a * F1(x) + (1 - a) * F2(x),  a ~ U(0, 1), at inference 1/2}</pre>
 *
 * Name in the paper: a = alpha. Of its variants this is the one it recommends, Shake-Shake-Image.
 *
 * @see <a href="https://arxiv.org/abs/1705.07485">Gastaldi 2017</a>
 */
public final class ShakeShake extends Shortcut {
  @Override
  public String id() {
    return "shake-shake";
  }

  @Override
  public String summary() {
    return "Mixes two parallel copies of each block in random shares, beside a shortcut.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Gastaldi", "Shake-Shake Regularization", 2017, "https://arxiv.org/abs/1705.07485");
  }

  @Override
  int branches() {
    return 2;
  }

  @Override
  GraphVertex join(Block block, ParameterValues values) {
    return new ShakeShakeSum();
  }
}
