package org.hone.plugins.augmentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.plugins.Planted;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Sentences of two classes, with three words that tell the class rather well, and a sign that tells
 * it for certain while training and not at all when it counts. Judged by the share of wrong
 * answers.
 */
final class Sentences {
  private static final int ROOM = 14;
  private static final int WORDS = 6;

  /** Words 1 and 2 are those of the sign; then each class has six, and six are anybody's. */
  private static final int VOCABULARY = 21;

  /** The sign of a class, put in the middle of a sentence. */
  @FunctionalInterface
  interface Sign {
    List<Integer> of(int label);
  }

  private Sentences() {}

  /** A sign of the class in every sentence; when it counts, that of either class. */
  static Planted misledBy(Sign sign) {
    Random coin = new Random(3);
    return planted(sign, label -> sign.of(coin.nextInt(2)));
  }

  /** A sign of the class in every sentence; when it counts, in none. */
  static Planted thenWithout(Sign sign) {
    return planted(sign, label -> List.of());
  }

  private static Planted planted(Sign training, Sign validation) {
    return Planted.of(
        Planted.task(
            Goal.CLASSIFICATION,
            InputShape.text(VOCABULARY, ROOM),
            new Architecture.TextCnn(8, List.of(1, 2, 3), 8, Activation.RELU),
            examples(80, training, 1),
            examples(200, validation, 2)),
        20,
        new Adam(1e-2),
        15);
  }

  private static Examples examples(int rows, Sign sign, long seed) {
    Random random = new Random(seed);
    INDArray features = Nd4j.zeros(DataType.FLOAT, rows, ROOM);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, rows, 2);
    for (int row = 0; row < rows; row++) {
      int label = row % 2;
      List<Integer> sentence = sentence(label, sign, random);
      for (int i = 0; i < sentence.size(); i++) {
        features.putScalar(row, i, sentence.get(i));
      }
      labels.putScalar(row, label, 1);
    }
    INDArray mask = features.gt(0).castTo(DataType.FLOAT);
    return new Examples(
        new Inputs(features, java.util.Optional.of(mask)), labels, java.util.Optional.empty());
  }

  private static List<Integer> sentence(int label, Sign sign, Random random) {
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      int group = i < 3 ? (random.nextInt(5) == 0 ? 1 - label : label) : 2;
      words.add(3 + WORDS * group + random.nextInt(WORDS));
    }
    Collections.shuffle(words, random);
    words.addAll(WORDS / 2, sign.of(label));
    return words;
  }
}
