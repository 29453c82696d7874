package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Synonyms;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;

class TokenInsertionTest implements TextAugmentationContract {
  @Override
  public Technique technique() {
    return new TokenInsertion();
  }

  private Batch changed(String strength, double value) {
    return Augmented.batch(
        technique(), Trial.CLASSES, Map.of(strength, value), TextAugmentationContract.texts());
  }

  @Test
  void copiesArePutInAsLongAsThereIsRoomSeed1() {
    Batch changed = changed("share", 0.5);
    for (int row = 0; row < TextAugmentationContract.ROOM; row++) {
      int length = row + 1;
      int inserted = Math.max(1, Math.round(0.5f * length));
      assertThat(TextAugmentationContract.tokens(changed, row))
          .hasSize(Math.min(TextAugmentationContract.ROOM, length + inserted))
          .containsAll(TextAugmentationContract.tokens(TextAugmentationContract.texts(), row));
    }
  }

  @Test
  void whereSynonymsAreKnownTheyAreWhatIsPutInSeed1() {
    Synonyms synonyms = Synonyms.of(List.of(List.of(2, 20), List.of(3, 30)));
    Batch given = TextAugmentationContract.texts();
    Batch changed =
        Augmented.batch(technique(), Trial.CLASSES, Map.of("share", 0.3), given, synonyms);
    for (int row = 0; row < TextAugmentationContract.ROOM - 1; row++) {
      List<Integer> added = new ArrayList<>(TextAugmentationContract.tokens(changed, row));
      added.removeAll(TextAugmentationContract.tokens(given, row));
      assertThat(added).isNotEmpty().isSubsetOf(20, 30);
    }
    Synonyms ofOthers = Synonyms.of(List.of(List.of(50, 60)));
    assertThat(Augmented.batch(technique(), Trial.CLASSES, Map.of(), given, ofOthers).features())
        .isEqualTo(given.features());
  }
}
