package org.hone.api.technique;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.Update;
import org.hone.api.recipe.WeightRule;
import org.hone.api.training.Decision;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Metric;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingEngine;
import org.hone.search.space.Direction;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Small made-up tasks, one of each kind, on which any technique can be tried within a second. */
public final class Specimens {
  private static final int ROWS = 48;
  private static final int OUTPUTS = 3;
  private static final int EPOCHS = 2;
  private static final Synonyms SYNONYMS = Synonyms.of(List.of(List.of(2, 5, 6), List.of(3, 4, 8)));

  private final TrainingEngine engine;

  /** Tasks with networks of this engine. */
  public Specimens(TrainingEngine engine) {
    this.engine = engine;
  }

  /**
   * The tasks: tables to classify and to regress, images, sequences and texts to classify.
   *
   * @param needs artifacts to come with them; to have any, each network is trained once
   */
  public List<Task> tasks(Set<Need> needs) {
    return offering(needs).stream().map(Specimen::task).toList();
  }

  /** A task, and terms that bring a teacher if one was asked for. */
  record Specimen(Task task, Terms terms) {}

  /** One of each kind of task, with the artifacts that a technique needs. */
  List<Specimen> offering(Set<Need> needs) {
    Architecture mlp = new Architecture.Mlp(List.of(8, 8), Activation.RELU);
    Architecture cnn = new Architecture.Cnn(List.of(4), 8, Activation.RELU);
    Architecture lstm = new Architecture.Lstm(List.of(4), false, 3, Activation.TANH);
    Architecture words = new Architecture.TextCnn(3, List.of(2, 3), 4, Activation.RELU);
    return Stream.of(
            task(Goal.CLASSIFICATION, InputShape.table(6), mlp),
            task(Goal.REGRESSION, InputShape.table(6), mlp),
            task(Goal.CLASSIFICATION, InputShape.image(6, 6, 1), cnn),
            task(Goal.CLASSIFICATION, InputShape.sequence(3, 4), lstm),
            task(Goal.CLASSIFICATION, InputShape.text(9, 5), words).withSynonyms(SYNONYMS))
        .map(task -> needs.isEmpty() ? specimen(task) : trained(task))
        .toList();
  }

  private static Specimen specimen(Task task) {
    return new Specimen(task, new ShortTerms(Optional.empty()));
  }

  /** Trains once: the model is the teacher, its weights are on offer. */
  private Specimen trained(Task task) {
    Map<String, INDArray> learnt = new HashMap<>();
    Recipe recipe = baseline(task).withWeights(run -> new Keeper(run, learnt));
    Optional<Inference> teacher =
        engine
            .train(recipe, task, new ShortTerms(Optional.empty()))
            .model()
            .map(Inference.class::cast);
    Network offering =
        task.network()
            .withPretrained((layer, key) -> Optional.ofNullable(learnt.get(layer + "." + key)));
    return new Specimen(task.withNetwork(offering), new ShortTerms(teacher));
  }

  /** Copies the weights after each update. */
  private record Keeper(Run run, Map<String, INDArray> learnt) implements WeightRule {
    @Override
    public void afterUpdate() {
      run.views().forEach(view -> learnt.put(view.layer() + "." + view.key(), view.weight().dup()));
    }
  }

  private record ShortTerms(Optional<Inference> teacher) implements Terms {
    @Override
    public long seed() {
      return 1;
    }

    @Override
    public int epochs() {
      return EPOCHS;
    }

    @Override
    public Decision report(int epoch, double score, Map<String, Double> readings) {
      return Decision.CONTINUE;
    }
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
        new MeanSquaredError(),
        Synonyms.none());
  }

  /** Noise, with answers that follow from its first columns. */
  private static Examples examples(Goal goal, InputShape input, long seed) {
    boolean text = input.kind() == InputShape.Kind.TEXT;
    List<Integer> sizes = text ? input.sizes().subList(1, 2) : input.sizes();
    int columns = sizes.stream().mapToInt(size -> size).reduce(1, (a, b) -> a * b);
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
    return new Examples(shaped(features, input), labels, Optional.empty());
  }

  private static Inputs shaped(INDArray features, InputShape input) {
    List<Integer> sizes = input.sizes();
    return switch (input.kind()) {
      case TABLE -> Inputs.of(features);
      case IMAGE -> Inputs.of(features.reshape(ROWS, sizes.get(2), sizes.get(0), sizes.get(1)));
      case SEQUENCE ->
          new Inputs(
              features.reshape(ROWS, sizes.get(0), sizes.get(1)), Optional.of(lengths(sizes)));
      case TEXT -> words(features, lengths(sizes), sizes.get(0));
    };
  }

  /** Rows of all lengths there are, as a mask. */
  private static INDArray lengths(List<Integer> sizes) {
    int longest = sizes.get(1);
    INDArray mask = Nd4j.zeros(ROWS, longest);
    for (int row = 0; row < ROWS; row++) {
      mask.getRow(row).get(NDArrayIndex.interval(0, longest - row % longest)).assign(1);
    }
    return mask;
  }

  /** The larger a number, the later in the vocabulary its word. */
  private static Inputs words(INDArray noise, INDArray mask, int vocabulary) {
    INDArray numbers = Transforms.floor(Transforms.sigmoid(noise).mul(vocabulary - 1)).add(1);
    return new Inputs(numbers.mul(mask), Optional.of(mask));
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
