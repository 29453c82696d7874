package org.hone.plugins.loss;

import java.util.Set;
import org.hone.api.recipe.Batch;
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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Class weights: rows of rare classes count more in the loss.
 *
 * <pre>{@code weight of class k = (n / (K * n_k))^power}</pre>
 *
 * with n training rows, n_k of them of class k out of K. Name: {@code power}; at 1 all classes
 * count the same as a whole.
 *
 * @see <a href="https://doi.org/10.1093/oxfordjournals.pan.a004868">King and Zeng, Political
 *     Analysis 2001, section 4.2</a>
 */
public final class ClassWeights implements Technique {
  @Override
  public String id() {
    return "class-weights";
  }

  @Override
  public Slot slot() {
    return Slot.LOSS;
  }

  @Override
  public String summary() {
    return "Lets rows of rare classes count more.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "King and Zeng",
        "Logistic Regression in Rare Events Data",
        2001,
        "https://doi.org/10.1093/oxfordjournals.pan.a004868");
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.goal() == Goal.CLASSIFICATION;
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of(Slot.SAMPLING.id());
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("power", FloatDistribution.of(0.1, 1), 1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double power = values.number("power");
    return recipe.withFeed(
        feed -> feed.withBatches((batch, run) -> weigh(batch, run.trainingLabels(), power)));
  }

  private static Batch weigh(Batch batch, INDArray trainingLabels, double power) {
    INDArray weights = batch.labels().mmul(weights(trainingLabels, power));
    return batch.withWeights(batch.weights().map(weights::mul).orElse(weights));
  }

  /** Of each class, [classes, 1]; of one without rows 0. */
  static INDArray weights(INDArray labels, double power) {
    INDArray counts = labels.sum(0).reshape(labels.size(1), 1);
    INDArray weights = Transforms.pow(counts.rdiv((double) labels.size(0) / labels.size(1)), power);
    return weights.muli(counts.gt(0).castTo(weights.dataType()));
  }
}
