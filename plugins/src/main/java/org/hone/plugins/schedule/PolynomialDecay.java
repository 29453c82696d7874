package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * Polynomial decay to zero.
 *
 * <pre>{@code factor = (1 - s)^p}</pre>
 *
 * Name: {@code power} = p, 0.9 in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1606.00915">Chen et al., TPAMI 2018, section 4.3.1</a>
 */
public final class PolynomialDecay extends RateSchedule {
  @Override
  public String id() {
    return "polynomial";
  }

  @Override
  public String summary() {
    return "Lowers the learning rate to zero along a power of the remaining budget.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Chen et al.",
        "DeepLab: Semantic Image Segmentation with Deep Convolutional Nets",
        2018,
        "https://arxiv.org/abs/1606.00915");
  }

  @Override
  List<Parameter> strengths() {
    return List.of(Parameter.of("power", FloatDistribution.log(0.5, 4), 0.9));
  }

  @Override
  Factor factor(ParameterValues values) {
    double p = values.number("power");
    return (s, now) -> Math.pow(1 - s, p);
  }
}
