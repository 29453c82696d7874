package org.hone.api.testkit;

import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
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
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Made-up tasks of 24 rows to learn from and 12 to validate on, which any engine trains on within
 * milliseconds.
 */
public final class SmallTasks {
  /** Rows to learn from. */
  public static final int ROWS = 24;

  /** Classes, or targets. */
  public static final int OUTPUTS = 3;

  private static final int COLUMNS = 4;
  private static final int SIDE = 6;
  private static final int STEPS = 5;
  private static final int WORDS = 9;

  private SmallTasks() {}

  /** A table of four columns, three classes, and a network of two hidden layers of six units. */
  public static Task classification(TrainingEngine engine) {
    return table(engine, Goal.CLASSIFICATION, new Architecture.Mlp(List.of(6, 6), Activation.TANH));
  }

  /** The same columns with three targets. */
  public static Task regression(TrainingEngine engine) {
    return table(engine, Goal.REGRESSION, new Architecture.Mlp(List.of(6, 6), Activation.TANH));
  }

  /** A table with a network of one's own choice. */
  public static Task table(TrainingEngine engine, Goal goal, Architecture architecture) {
    return task(engine, goal, InputShape.table(COLUMNS), architecture);
  }

  /** Images of six by six, three classes, and a small convolutional network. */
  public static Task images(TrainingEngine engine) {
    Architecture cnn = new Architecture.Cnn(List.of(3), 5, Activation.TANH);
    return task(engine, Goal.CLASSIFICATION, InputShape.image(SIDE, SIDE, 1), cnn);
  }

  /**
   * Sequences of up to five steps of two numbers, three classes, and a small recurrent network.
   * Rows have different lengths.
   */
  public static Task sequences(TrainingEngine engine) {
    Architecture lstm = new Architecture.Lstm(List.of(4), false, 3, Activation.TANH);
    return task(engine, Goal.CLASSIFICATION, InputShape.sequence(2, STEPS), lstm);
  }

  /**
   * Texts of up to five words out of nine, of which some mean the same, three classes, and a small
   * network over them.
   */
  public static Task texts(TrainingEngine engine) {
    Architecture cnn = new Architecture.TextCnn(3, List.of(2, 3), 4, Activation.TANH);
    return task(engine, Goal.CLASSIFICATION, InputShape.text(WORDS, STEPS), cnn)
        .withSynonyms(Synonyms.of(List.of(List.of(2, 5, 6), List.of(3, 4, 8))));
  }

  /** Any rows with a network of one's own choice. */
  public static Task any(
      TrainingEngine engine, Goal goal, InputShape input, Architecture architecture) {
    return task(engine, goal, input, architecture);
  }

  private static Task task(
      TrainingEngine engine, Goal goal, InputShape input, Architecture architecture) {
    return new Task(
        goal,
        input,
        OUTPUTS,
        examples(goal, input, ROWS, 1),
        examples(goal, input, ROWS / 2, 2),
        Optional.empty(),
        Scaling.none(),
        engine.generate(architecture, input, goal, OUTPUTS),
        new SquaredError(),
        Synonyms.none());
  }

  /** The task with test rows. */
  public static Task tested(Task task) {
    return new Task(
        task.goal(),
        task.input(),
        task.outputs(),
        task.training(),
        task.validation(),
        Optional.of(examples(task.goal(), task.input(), ROWS / 2, 3)),
        task.scaling(),
        task.network(),
        task.objective(),
        task.synonyms());
  }

  /** The task's network with Adam in shuffled batches of eight: three steps per epoch. */
  public static Recipe baseline(Task task) {
    return Recipe.of(Feed.shuffled(8), task.network(), Update.of(new Adam(1e-2)));
  }

  /**
   * Normal noise, with answers that follow from its first columns. Of sequences and texts each row
   * is a step shorter than the one before, down to one step, and the next is the longest again.
   */
  public static Examples examples(Goal goal, InputShape input, int rows, long seed) {
    boolean text = input.kind() == InputShape.Kind.TEXT;
    List<Integer> sizes = text ? input.sizes().subList(1, 2) : input.sizes();
    long columns = sizes.stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
    RandomState random = new RandomState(seed);
    INDArray features = Nd4j.create(rows, columns);
    INDArray labels = Nd4j.zeros(rows, OUTPUTS);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        features.putScalar(row, column, random.nextGaussian());
      }
      for (int output = 0; goal == Goal.REGRESSION && output < OUTPUTS; output++) {
        labels.putScalar(row, output, features.getDouble(row, output));
      }
      for (int output = 0; goal == Goal.MULTI_LABEL && output < OUTPUTS; output++) {
        labels.putScalar(row, output, features.getDouble(row, output) > 0 ? 1 : 0);
      }
      if (goal == Goal.CLASSIFICATION) {
        labels.putScalar(row, largestOfFirst(features, row), 1);
      }
    }
    return new Examples(shaped(features, input), labels, Optional.empty());
  }

  private static int largestOfFirst(INDArray features, int row) {
    int best = 0;
    for (int i = 1; i < OUTPUTS; i++) {
      best = features.getDouble(row, i) > features.getDouble(row, best) ? i : best;
    }
    return best;
  }

  private static Inputs shaped(INDArray features, InputShape input) {
    long rows = features.size(0);
    List<Integer> sizes = input.sizes();
    return switch (input.kind()) {
      case TABLE -> Inputs.of(features);
      case IMAGE -> Inputs.of(features.reshape(rows, sizes.get(2), sizes.get(0), sizes.get(1)));
      case SEQUENCE ->
          new Inputs(
              features.reshape(rows, sizes.get(0), sizes.get(1)),
              Optional.of(lengths(rows, sizes.get(1))));
      case TEXT -> words(features, lengths(rows, sizes.get(1)), sizes.get(0));
    };
  }

  private static INDArray lengths(long rows, int longest) {
    INDArray mask = Nd4j.zeros(rows, longest);
    for (int row = 0; row < rows; row++) {
      mask.getRow(row).get(NDArrayIndex.interval(0, longest - row % longest)).assign(1);
    }
    return mask;
  }

  /** The larger a number, the later in the vocabulary its word. */
  private static Inputs words(INDArray noise, INDArray mask, int vocabulary) {
    INDArray numbers = Transforms.floor(Transforms.sigmoid(noise).mul(vocabulary - 1)).add(1);
    return new Inputs(numbers.mul(mask), Optional.of(mask));
  }

  /** Mean squared error, of probabilities too: unlike accuracy it tells any two networks apart. */
  private static final class SquaredError implements Metric {
    @Override
    public String id() {
      return "squared-error";
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
