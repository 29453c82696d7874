package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.recipe.Batch;
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
}
