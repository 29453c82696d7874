package org.hone.benchmark;

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
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.hone.engine.metrics.Metrics;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** The networks that the cost of techniques is measured on, with made-up rows. */
enum CostCase {
  TABLE(InputShape.table(64), new Architecture.Mlp(List.of(128, 128), Activation.RELU)),
  IMAGE(InputShape.image(12, 12, 1), new Architecture.Cnn(List.of(8, 16), 32, Activation.RELU)),
  SEQUENCE(
      InputShape.sequence(8, 16), new Architecture.Lstm(List.of(32), false, 1, Activation.TANH)),
  TEXT(InputShape.text(100, 12), new Architecture.TextCnn(8, List.of(2, 3), 8, Activation.RELU));

  /** Steps of an epoch. */
  static final int STEPS = 16;

  /** Rows of a step. */
  static final int BATCH = 32;

  private static final int CLASSES = 10;

  private final InputShape input;
  private final Architecture plan;

  CostCase(InputShape input, Architecture plan) {
    this.input = input;
    this.plan = plan;
  }

  /** What it is, in a few words. */
  String description() {
    return "%s of %s through %s".formatted(input.kind().plural(), input.sizes(), plan);
  }

  /** As many validation rows as a batch has, so that looking at them takes little time. */
  Task task(TrainingEngine engine) {
    return new Task(
        Goal.CLASSIFICATION,
        input,
        CLASSES,
        examples(STEPS * BATCH, 1),
        examples(BATCH, 2),
        Optional.empty(),
        Scaling.none(),
        engine.generate(plan, input, Goal.CLASSIFICATION, CLASSES),
        Metrics.usualFor(Goal.CLASSIFICATION),
        Synonyms.none());
  }

  /** The task's network with Adam. */
  static Recipe plain(Task task) {
    return Recipe.of(Feed.shuffled(BATCH), task.network(), Update.of(new Adam(1e-3)));
  }

  private Examples examples(int rows, long seed) {
    RandomState random = new RandomState(seed);
    INDArray features = Nd4j.create(shape(rows), 'c');
    for (long i = 0; i < features.length(); i++) {
      features.putScalar(i, number(random));
    }
    INDArray labels = Nd4j.zeros(rows, CLASSES);
    for (int row = 0; row < rows; row++) {
      labels.putScalar(row, random.nextInt(CLASSES), 1);
    }
    return new Examples(Inputs.of(features), labels, Optional.empty());
  }

  private double number(RandomState random) {
    return input.kind() == InputShape.Kind.TEXT
        ? 1 + random.nextInt(input.sizes().get(0) - 1)
        : random.nextGaussian();
  }

  private long[] shape(int rows) {
    List<Integer> sizes = input.sizes();
    return switch (input.kind()) {
      case TABLE -> new long[] {rows, sizes.get(0)};
      case IMAGE -> new long[] {rows, sizes.get(2), sizes.get(0), sizes.get(1)};
      case SEQUENCE -> new long[] {rows, sizes.get(0), sizes.get(1)};
      case TEXT -> new long[] {rows, sizes.get(1)};
    };
  }
}
