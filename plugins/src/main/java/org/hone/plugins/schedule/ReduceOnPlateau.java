package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.technique.Citation;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * Lowers the learning rate when the validation loss no longer falls: each time it has not gone
 * below its minimum for some epochs. A loss that is NaN counts as no improvement.
 *
 * <pre>{@code factor = gamma^(plateaus seen)}</pre>
 *
 * Names: {@code drop} = gamma; {@code patience} epochs.
 *
 * @see <a href="https://arxiv.org/abs/1206.5533">Bengio 2012, section 3.1.1: "adaptive learning
 *     rate heuristics"</a>
 */
public final class ReduceOnPlateau extends RateSchedule {
  @Override
  public String id() {
    return "reduce-on-plateau";
  }

  @Override
  public String summary() {
    return "Lowers the learning rate whenever the validation loss stops falling.";
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
    return List.of(
        Parameter.of("drop", FloatDistribution.log(0.1, 0.8), 0.5),
        Parameter.of("patience", IntDistribution.log(1, 20), 3));
  }

  @Override
  Factor factor(ParameterValues values) {
    double gamma = values.number("drop");
    int patience = values.integer("patience");
    return (s, now) -> Math.pow(gamma, plateaus(now.evaluations(), patience));
  }

  private static int plateaus(List<Evaluation> evaluations, int patience) {
    double smallest = Double.POSITIVE_INFINITY;
    int waited = 0;
    int plateaus = 0;
    for (Evaluation evaluation : evaluations) {
      waited++;
      if (evaluation.loss() < smallest) {
        smallest = evaluation.loss();
        waited = 0;
      }
      if (waited == patience) {
        plateaus++;
        waited = 0;
      }
    }
    return plateaus;
  }
}
