package org.hone.plugins.augmentation;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Synonyms;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.ArrayRun;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** What an augmentation makes of a batch. */
final class Augmented {
  private Augmented() {}

  /** The augmentation that the technique adds, of rows or of scaled batches. */
  static Batch batch(Technique technique, Task task, Map<String, ?> strengths, Batch batch) {
    return batch(technique, task, strengths, batch, Synonyms.none());
  }

  /** The same, where some words are known to mean the same. */
  static Batch batch(
      Technique technique, Task task, Map<String, ?> strengths, Batch batch, Synonyms synonyms) {
    Recipe recipe = Trial.with(technique, Trial.recipe(task, new Sgd(1)), task, strengths);
    Feed feed = recipe.feed();
    return (feed.rows().isEmpty() ? feed.batches() : feed.rows())
        .get(0)
        .apply(batch, run(synonyms));
  }

  /** Nothing but a source of randomness, of seed 1. */
  static Run run() {
    return run(Synonyms.none());
  }

  private static Run run(Synonyms synonyms) {
    RandomState random = new RandomState(1);
    ArrayRun empty = ArrayRun.of(new double[1], new double[1]);
    return new Seeded(empty, random, synonyms);
  }

  /** Rows 0, 1, ... in every place, and labels one-hot. */
  static Batch counted(int rows, long... shape) {
    long[] all = new long[shape.length + 1];
    all[0] = rows;
    System.arraycopy(shape, 0, all, 1, shape.length);
    INDArray features = Nd4j.zeros(DataType.FLOAT, all);
    for (int row = 0; row < rows; row++) {
      features.slice(row).assign(row + 1);
    }
    return Batch.of(features, Nd4j.eye(rows).castTo(DataType.FLOAT));
  }
}
