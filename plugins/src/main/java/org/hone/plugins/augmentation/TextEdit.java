package org.hone.plugins.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Synonyms;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A change of one text, drawn at random. */
@FunctionalInterface
interface TextEdit {

  /**
   * The changed text, at least one token and at most as many as there is room for.
   *
   * @param tokens their numbers, at least one, without padding
   * @param room how many tokens a row can hold
   */
  List<Float> apply(List<Float> tokens, int room, RandomGenerator random);

  /** How many changes a share of the tokens makes, at least 1. */
  static int count(List<Float> tokens, double share) {
    return Math.max(1, (int) Math.round(share * tokens.size()));
  }

  /** The places in a text of words that have synonyms. */
  static List<Integer> places(List<Float> tokens, Synonyms synonyms) {
    return IntStream.range(0, tokens.size())
        .filter(i -> !synonyms.of(tokens.get(i).intValue()).isEmpty())
        .boxed()
        .toList();
  }

  /** A synonym of a word that has some. */
  static Float synonym(Float token, Synonyms synonyms, RandomGenerator random) {
    List<Integer> others = synonyms.of(token.intValue());
    return others.get(random.nextInt(others.size())).floatValue();
  }

  /**
   * The batch with each text changed by a draw of its own, and a mask for the new lengths; empty
   * texts and labels stay as they are.
   */
  default Batch each(Batch batch, RandomGenerator random) {
    INDArray features = batch.features().dup('c');
    int room = Math.toIntExact(features.size(1));
    INDArray mask = Nd4j.zeros(features.dataType(), features.shape());
    for (int row = 0; row < batch.size(); row++) {
      List<Float> tokens = tokens(batch.inputs(), row);
      List<Float> changed = tokens.isEmpty() ? tokens : apply(tokens, room, random);
      for (int i = 0; i < room; i++) {
        boolean inside = i < changed.size();
        features.putScalar(row, i, inside ? changed.get(i) : 0);
        mask.putScalar(row, i, inside ? 1 : 0);
      }
    }
    boolean padded = batch.inputs().mask().isPresent() || mask.minNumber().doubleValue() == 0;
    Inputs inputs =
        new Inputs(features, padded ? Optional.of(typed(mask, batch)) : Optional.empty());
    return new Batch(inputs, batch.labels(), batch.weights());
  }

  private static INDArray typed(INDArray mask, Batch batch) {
    return batch.inputs().mask().map(given -> mask.castTo(given.dataType())).orElse(mask);
  }

  private static List<Float> tokens(Inputs inputs, int row) {
    List<Float> tokens = new ArrayList<>();
    for (int i = 0; i < inputs.features().size(1); i++) {
      float token = inputs.features().getFloat(row, i);
      if (token != 0) {
        tokens.add(token);
      }
    }
    return tokens;
  }
}
