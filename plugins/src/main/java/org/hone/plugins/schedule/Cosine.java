package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * Cosine annealing without restarts.
 *
 * <pre>{@code factor = (1 + cos(pi * s)) / 2}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter, ICLR 2017, equation 5</a>
 */
public final class Cosine extends RateSchedule {
  @Override
  public String id() {
    return "cosine";
  }

  @Override
  public String summary() {
    return "Lowers the learning rate along half a cosine wave.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Loshchilov and Hutter",
        "SGDR: Stochastic Gradient Descent with Warm Restarts",
        2017,
        "https://arxiv.org/abs/1608.03983");
  }

  @Override
  List<Parameter> strengths() {
    return List.of();
  }

  @Override
  Factor factor(ParameterValues values) {
    return (s, now) -> (1 + Math.cos(Math.PI * s)) / 2;
  }
}
