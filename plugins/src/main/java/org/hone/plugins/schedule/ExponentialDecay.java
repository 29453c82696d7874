package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * Exponential decay: each step lowers the learning rate by the same factor.
 *
 * <pre>{@code factor = r^s}</pre>
 *
 * Name: {@code end} = r, the share of the learning rate that is left at the end.
 *
 * @see <a href="https://arxiv.org/abs/1206.5533">Bengio 2012, section 3.1.1, on decreasing
 *     rates</a>
 */
public final class ExponentialDecay extends RateSchedule {
  @Override
  public String id() {
    return "exponential";
  }

  @Override
  public String summary() {
    return "Lowers the learning rate by the same share in every step.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Bengio",
        "Practical Recommendations for Gradient-Based Training of Deep Architectures",
        2012,
        "https://arxiv.org/abs/1206.5533");
  }

  @Override
  List<Parameter> strengths() {
    return List.of(Parameter.of("end", FloatDistribution.log(1e-4, 0.5), 0.01));
  }

  @Override
  Factor factor(ParameterValues values) {
    double r = values.number("end");
    return (s, now) -> Math.pow(r, s);
  }
}
