package org.hone.plugins.loss;

import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Label smoothing: the network is trained towards the right class with a little of every class
 * mixed in.
 *
 * <pre>{@code q'(k) = (1 - epsilon) * q(k) + epsilon / K}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1512.00567">Szegedy et al., CVPR 2016, section 7</a>
 */
public final class LabelSmoothing implements Technique {
  @Override
  public String id() {
    return "label-smoothing";
  }

  @Override
  public Slot slot() {
    return Slot.LOSS;
  }

  @Override
  public String summary() {
    return "Trains towards slightly softened labels, which keeps the network from being too sure.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Szegedy et al.",
        "Rethinking the Inception Architecture for Computer Vision",
        2016,
        "https://arxiv.org/abs/1512.00567");
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.goal() == Goal.CLASSIFICATION;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("epsilon", FloatDistribution.of(0.01, 0.3), 0.1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double epsilon = values.number("epsilon");
    return recipe.withNetwork(
        network -> network.mapLoss(loss -> new SmoothedLabelsLoss(loss, epsilon)));
  }
}
