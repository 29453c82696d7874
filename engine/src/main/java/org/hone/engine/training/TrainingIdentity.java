package org.hone.engine.training;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.training.Examples;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.engine.data.file.Sha256;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What tells a training from others, as far as an engine can see it: techniques are functions, so
 * that their strengths are not in it.
 */
final class TrainingIdentity {
  private TrainingIdentity() {}

  /** A hash. */
  static String of(Recipe recipe, Task task, Terms terms, LiveGraph graph) {
    return Sha256.of(text(recipe, task, terms, graph));
  }

  private static String text(Recipe recipe, Task task, Terms terms, LiveGraph graph) {
    return "seed %d, %d epochs of batches of %d, %s, %s, weights %s, training %s, validation %s"
        .formatted(
            terms.seed(),
            terms.epochs(),
            recipe.feed().batchSize(),
            optimizer(recipe.update().updater()),
            recipe.update().precision(),
            graph.views().stream()
                .map(view -> view.key() + Arrays.toString(view.weight().shape()))
                .collect(Collectors.joining()),
            of(task.training()),
            of(task.validation()));
  }

  private static String optimizer(IUpdater updater) {
    Object known = updater instanceof RuleUpdater own ? own.rule() : updater;
    return known.getClass().getName();
  }

  private static String of(Examples examples) {
    return of(examples.features())
        + of(examples.labels())
        + examples.inputs().mask().map(TrainingIdentity::of).orElse("")
        + examples.weights().map(TrainingIdentity::of).orElse("");
  }

  private static String of(INDArray array) {
    return "%s %08x".formatted(Arrays.toString(array.shape()), StoredArray.checksum(array));
  }
}
