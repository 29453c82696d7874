package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * Inverse square root decay: after the warm-up the learning rate falls with the root of the steps
 * done.
 *
 * <pre>{@code factor = sqrt(t_w / t)}</pre>
 *
 * with t the steps done and t_w those of the warm-up, at least one.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al., NeurIPS 2017, equation 3</a>
 */
public final class InverseSqrt extends RateSchedule {
  @Override
  public String id() {
    return "inverse-sqrt";
  }

  @Override
  public String summary() {
    return "Lowers the learning rate with the square root of the steps done.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Vaswani et al.", "Attention Is All You Need", 2017, "https://arxiv.org/abs/1706.03762");
  }

  @Override
  List<Parameter> strengths() {
    return List.of();
  }

  @Override
  Factor factor(ParameterValues values) {
    return (s, now) -> {
      double steps = (double) now.epochs() * now.stepsPerEpoch();
      double done = now.fraction() * steps;
      double warm = s >= 1 ? steps : (done - s * steps) / (1 - s);
      return Math.sqrt(Math.max(1, warm) / Math.max(1, Math.max(warm, done)));
    };
  }
}
