package org.hone.plugins.augmentation;

import org.hone.api.recipe.Batch;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStage.Position;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Adversarial training: half of the loss is that of the same rows, moved a little in the direction
 * that raises the loss most (fast gradient sign). Costs two passes more.
 *
 * <pre>{@code L~ = L(x) / 2 + L(x + epsilon * sign(dL/dx)) / 2}</pre>
 *
 * Name in the paper: {@code epsilon}, here in deviations of the scaled input.
 *
 * @see <a href="https://arxiv.org/abs/1412.6572">Goodfellow, Shlens and Szegedy, ICLR 2015, section
 *     6</a>
 */
public final class Adversarial implements Technique {
  @Override
  public String id() {
    return "adversarial";
  }

  @Override
  public Slot slot() {
    return Slot.MIXING;
  }

  @Override
  public String summary() {
    return "Trains on rows moved in the worst direction, too.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Goodfellow, Shlens and Szegedy",
        "Explaining and Harnessing Adversarial Examples",
        2015,
        "https://arxiv.org/abs/1412.6572");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfNumbers(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("epsilon", FloatDistribution.log(1e-3, 0.5), 0.05));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double epsilon = values.number("epsilon");
    return recipe.withUpdate(update -> update.withStage(new Stage(epsilon)));
  }

  private record Stage(double epsilon) implements GradientStage {
    @Override
    public Position position() {
      return Position.ADVERSARIAL;
    }

    @Override
    public GradientStep around(GradientStep inner, Run run) {
      return batch -> {
        INDArray direction = Transforms.sign(run.inputGradients(batch));
        if (inner.compute(batch) == GradientStep.Outcome.SKIP) {
          return GradientStep.Outcome.SKIP;
        }
        INDArray clean = run.gradients().dup();
        Batch moved = batch.withFeatures(batch.features().add(direction.muli(epsilon)));
        GradientStep.Outcome outcome = inner.compute(moved);
        run.gradients().addi(clean).divi(2);
        return outcome;
      };
    }
  }
}
