package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * Cosine annealing with warm restarts: the learning rate falls along half a cosine wave, again and
 * again, each time for longer.
 *
 * <pre>{@code factor = (1 + cos(pi * T_cur / T_i)) / 2,  T_i = T_mult * T_(i-1)}</pre>
 *
 * Names in the paper: {@code cycles} = how many T_i there are, {@code growth} = T_mult, 1 or 2
 * there.
 *
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter, ICLR 2017, equation 5</a>
 */
public final class CosineWithRestarts extends RateSchedule {
  @Override
  public String id() {
    return "cosine-with-restarts";
  }

  @Override
  public String summary() {
    return "Lowers the learning rate along half a cosine wave, several times over.";
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
    return List.of(
        Parameter.of("cycles", IntDistribution.of(2, 6), 3),
        Parameter.of("growth", IntDistribution.of(1, 2), 2));
  }

  @Override
  Factor factor(ParameterValues values) {
    int cycles = values.integer("cycles");
    int growth = values.integer("growth");
    return (s, now) -> (1 + Math.cos(Math.PI * shareOfCycle(s, cycles, growth))) / 2;
  }

  /** How much of its cycle is done, in [0, 1]. */
  private static double shareOfCycle(double s, int cycles, int growth) {
    double all = 0;
    for (int i = 0; i < cycles; i++) {
      all += Math.pow(growth, i);
    }
    double from = 0;
    for (int i = 0; i < cycles - 1; i++) {
      double length = Math.pow(growth, i) / all;
      if (s < from + length) {
        return (s - from) / length;
      }
      from += length;
    }
    return Math.min(1, (s - from) / (1 - from));
  }
}
