package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * Step decay: the learning rate drops by the same factor at evenly spaced times.
 *
 * <pre>{@code factor = gamma^floor(s * (n + 1))}</pre>
 *
 * Names: {@code drop} = gamma, 0.1 in the paper; {@code drops} = n.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al., CVPR 2016, section 4</a>
 */
public final class StepDecay extends RateSchedule {
  @Override
  public String id() {
    return "step";
  }

  @Override
  public String summary() {
    return "Lowers the learning rate in a few large steps.";
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
  List<Parameter> strengths() {
    return List.of(
        Parameter.of("drop", FloatDistribution.log(0.05, 0.8), 0.1),
        Parameter.of("drops", IntDistribution.of(1, 6), 2));
  }

  @Override
  Factor factor(ParameterValues values) {
    double gamma = values.number("drop");
    int n = values.integer("drops");
    return (s, now) -> Math.pow(gamma, Math.min(n, Math.floor(s * (n + 1))));
  }
}
