package org.hone.api.technique;

import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Update;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Metric;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.hone.search.space.Direction;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Small made-up tasks, one of each kind, on which any technique can be tried within a second. */
final class Specimens {
  private static final int ROWS = 48;
  private static final int OUTPUTS = 3;

  private final TrainingEngine engine;

  Specimens(TrainingEngine engine) {
    this.engine = engine;
  }

  List<Task> tasks() {
    Architecture mlp = new Architecture.Mlp(List.of(8, 8), Activation.RELU);
    Architecture cnn = new Architecture.Cnn(List.of(4), 8, Activation.RELU);
    return List.of(
        task(Goal.CLASSIFICATION, InputShape.table(6), mlp),
        task(Goal.REGRESSION, InputShape.table(6), mlp),
        task(Goal.CLASSIFICATION, InputShape.image(6, 6, 1), cnn));
  }

  /** The task's network with Adam in batches of 16, without any technique. */
  static Recipe baseline(Task task) {
    return Recipe.of(Feed.shuffled(16), task.network(), Update.of(new Adam(1e-3)));
  }

  private Task task(Goal goal, InputShape input, Architecture architecture) {
    return new Task(
        goal,
        input,
        OUTPUTS,
        examples(goal, input, 1),
        examples(goal, input, 2),
        Optional.empty(),
        Scaling.none(),
        engine.generate(architecture, input, goal, OUTPUTS),
        new MeanSquaredError());
  }

  /** Noise, with answers that follow from its first columns. */
  private static Examples examples(Goal goal, InputShape input, long seed) {
    int columns = input.sizes().stream().mapToInt(size -> size).reduce(1, (a, b) -> a * b);
    RandomState random = new RandomState(seed);
    INDArray features = Nd4j.create(ROWS, columns);
    INDArray labels = Nd4j.zeros(ROWS, OUTPUTS);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < columns; column++) {
        features.putScalar(row, column, random.nextGaussian());
      }
      for (int output = 0; output < OUTPUTS; output++) {
        double answer = goal == Goal.REGRESSION ? features.getDouble(row, output) : 0;
        labels.putScalar(row, output, answer);
      }
      if (goal == Goal.CLASSIFICATION) {
        labels.putScalar(row, features.getDouble(row, 0) > 0 ? row % 2 : 2, 1);
      }
    }
    return new Examples(shaped(features, input), labels);
  }

  private static INDArray shaped(INDArray features, InputShape input) {
    if (input.kind() == InputShape.Kind.TABLE) {
      return features;
    }
    List<Integer> sizes = input.sizes();
    return features.reshape(ROWS, sizes.get(2), sizes.get(0), sizes.get(1));
  }


  private static final class MeanSquaredError implements Metric {
    @Override
    public String id() {
      return "mse";
    }

    @Override
    public Direction direction() {
      return Direction.MINIMIZE;
    }

    @Override
    public boolean appliesTo(Goal goal) {
      return true;
    }

    @Override
    public double compute(INDArray predictions, INDArray labels) {
      return predictions.squaredDistance(labels) / labels.length();
    }
  }
}
