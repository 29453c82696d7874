package org.hone.plugins;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Update;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.engine.Dl4jEngine;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A run that is nothing but two vectors, so that a technique's act on them can be checked by hand.
 */
public record ArrayRun(INDArray weights, INDArray gradients, Map<String, INDArray> states)
    implements Run {

  /** A run with these vectors, in double precision. */
  public static ArrayRun of(double[] weights, double[] gradients) {
    return new ArrayRun(
        Nd4j.createFromArray(weights), Nd4j.createFromArray(gradients), new HashMap<>());
  }

  /** A small task to ask techniques about. */
  public static Task task() {
    return SmallTasks.classification(new Dl4jEngine());
  }

  /** A plain recipe with the technique at this strength, the only one it has. */
  public static Recipe with(Technique technique, double strength) {
    Task task = task();
    SearchSpace space = technique.parameters(task);
    ParameterValues values = space.choose((parameter, allowed) -> strength);
    Recipe plain = Recipe.of(Feed.shuffled(8), task.network(), Update.of(new Sgd(0.1)));
    return technique.apply(plain, values);
  }

  @Override
  public List<ParameterView> views() {
    return List.of();
  }

  @Override
  public INDArray inputGradients(Batch batch) {
    return batch.features().ulike();
  }

  @Override
  public INDArray state(String name, long... shape) {
    return states.computeIfAbsent(name, key -> Nd4j.zeros(DataType.DOUBLE, shape));
  }

  @Override
  public INDArray trainingLabels() {
    return Nd4j.eye(2);
  }

  @Override
  public Progress progress() {
    return new Progress(0, 1, 0, 0, 1, List.of());
  }

  @Override
  public RandomState random() {
    return new RandomState(1);
  }

  @Override
  public Optional<Inference> teacher() {
    return Optional.empty();
  }
}
