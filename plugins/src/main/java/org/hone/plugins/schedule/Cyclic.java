package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * The triangular cyclic learning rate: up and down between two bounds along straight lines.
 *
 * <pre>{@code factor = l + (1 - l) * (1 - |2 * c - 1|),  c = the share of the cycle that is done}
 * </pre>
 *
 * Names in the paper: {@code low} = l = base_lr / max_lr, {@code cycles} = how many there are.
 *
 * @see <a href="https://arxiv.org/abs/1506.01186">Smith, WACV 2017</a>
 */
public final class Cyclic extends RateSchedule {
  @Override
  public String id() {
    return "cyclic";
  }

  @Override
  public String summary() {
    return "Lets the learning rate rise and fall between two bounds, several times over.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Smith",
        "Cyclical Learning Rates for Training Neural Networks",
        2017,
        "https://arxiv.org/abs/1506.01186");
  }

  @Override
  List<Parameter> strengths() {
    return List.of(
        Parameter.of("cycles", IntDistribution.of(1, 8), 3),
        Parameter.of("low", FloatDistribution.log(0.01, 0.5), 0.1));
  }

  @Override
  Factor factor(ParameterValues values) {
    int cycles = values.integer("cycles");
    double low = values.number("low");
    return (s, now) -> {
      double c = s * cycles - Math.floor(s * cycles);
      return low + (1 - low) * (1 - Math.abs(2 * c - 1));
    };
  }
}
