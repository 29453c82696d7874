package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Synonyms;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every augmentation of texts promises. */
interface TextAugmentationContract extends TechniqueContract {
  int ROOM = 12;

  /** Texts of 1, 2, ... tokens, numbered from 2, in rows with room for twelve. */
  static Batch texts() {
    INDArray features = Nd4j.zeros(DataType.FLOAT, ROOM, ROOM);
    for (int row = 0; row < ROOM; row++) {
      for (int i = 0; i <= row; i++) {
        features.putScalar(row, i, i + 2);
      }
    }
    INDArray mask = features.gt(0).castTo(DataType.FLOAT);
    return new Batch(
        new Inputs(features, Optional.of(mask)),
        Nd4j.eye(ROOM).castTo(DataType.FLOAT),
        Optional.empty());
  }

  /** What is known of the words; nothing, for those that need not know. */
  default Synonyms synonyms() {
    return Synonyms.none();
  }

  /** What it makes of texts at its defaults. */
  default Batch changed(Batch given) {
    return Augmented.batch(technique(), Trial.CLASSES, Map.of(), given, synonyms());
  }

  /** The tokens of a row, without padding. */
  static List<Integer> tokens(Batch batch, int row) {
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < batch.features().size(1); i++) {
      if (batch.features().getInt(row, i) != 0) {
        tokens.add(batch.features().getInt(row, i));
      }
    }
    return tokens;
  }

  @Test
  default void onlyTextsAreChangedAndTheMaskFollowsThemSeed1() {
    Technique technique = technique();
    Batch given = texts();
    INDArray before = given.features().dup();
    Batch changed = changed(given);
    assertThat(technique.appliesTo(Trial.CLASSES)).isFalse();
    assertThat(given.features()).isEqualTo(before);
    assertThat(given.inputs().mask().orElseThrow()).isEqualTo(before.gt(0).castTo(DataType.FLOAT));
    assertThat(changed.features()).isNotEqualTo(before);
    assertThat(changed.labels()).isEqualTo(given.labels());
    INDArray mask = changed.inputs().mask().orElseThrow();
    assertThat(mask).isEqualTo(changed.features().gt(0).castTo(DataType.FLOAT));
    for (int row = 0; row < ROOM; row++) {
      int length = mask.getRow(row).sumNumber().intValue();
      assertThat(length).isPositive();
      assertThat(changed.features().getInt(row, length - 1)).as("no hole").isNotZero();
      List<Integer> own = tokens(given, row);
      assertThat(tokens(changed, row))
          .allMatch(token -> own.contains(token) || isSynonym(token, own));
    }
  }

  private boolean isSynonym(Integer token, List<Integer> own) {
    return synonyms().of(token).stream().anyMatch(own::contains);
  }

  @Test
  default void theSameSeedGivesTheSameTexts() {
    Batch one = changed(texts());
    Batch other = changed(texts());
    assertThat(one.features()).isEqualTo(other.features());
  }

  @Test
  default void anEmptyTextStaysEmpty() {
    Batch empty = Batch.of(Nd4j.zeros(DataType.FLOAT, 2, 3), Nd4j.eye(2).castTo(DataType.FLOAT));
    Batch changed = changed(empty);
    assertThat(changed.features()).isEqualTo(empty.features());
  }
}
