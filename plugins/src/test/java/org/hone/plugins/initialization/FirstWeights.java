package org.hone.plugins.initialization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/** The weights that a training begins with. */
final class FirstWeights {
  /** 4 columns, hidden layers of 80 and 40 units, 3 classes. */
  static final Task TASK =
      SmallTasks.table(
          Trial.ENGINE,
          Goal.CLASSIFICATION,
          new Architecture.Mlp(List.of(80, 40), Activation.TANH));

  private FirstWeights() {}

  static Map<String, INDArray> of(Technique technique, Task task, Map<String, ?> strengths) {
    Map<String, INDArray> first = new HashMap<>();
    Recipe recipe = Trial.with(technique, Trial.recipe(task, new Sgd(0)), task, strengths);
    Recipe watched =
        Trial.before(
            recipe,
            run ->
                run.views()
                    .forEach(
                        view -> first.put(view.layer() + "." + view.key(), view.weight().dup())));
    Trial.train(watched, task, 1);
    return first;
  }

  /** The variance of the weights between the hidden layers, 80 * 40 of them. */
  static double variance(Technique technique) {
    return of(technique, TASK, Map.of()).get("dense-2.W").varNumber().doubleValue();
  }
}
