package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class TokenDeletionTest implements TextAugmentationContract {
  @Override
  public Technique technique() {
    return new TokenDeletion();
  }

  private Batch changed(String strength, double value) {
    return Augmented.batch(
        technique(), Trial.CLASSES, Map.of(strength, value), TextAugmentationContract.texts());
  }

  @Test
  void whatIsLeftKeepsItsOrderSeed1() {
    Batch changed = changed("probability", 0.3);
    int left = 0;
    for (int row = 0; row < TextAugmentationContract.ROOM; row++) {
      assertThat(TextAugmentationContract.tokens(changed, row)).isSorted().doesNotHaveDuplicates();
      left += TextAugmentationContract.tokens(changed, row).size();
    }
    assertThat(left).as("of 78, about 55").isBetween(40, 68);
  }

  @Test
  void fullRowsGetAMaskWhenTheyBecomeShorterSeed1() {
    Batch full = Batch.of(Nd4j.ones(DataType.FLOAT, 4, 9), Nd4j.eye(4).castTo(DataType.FLOAT));
    Batch changed = Augmented.batch(technique(), Trial.CLASSES, Map.of("probability", 0.5), full);
    assertThat(changed.inputs().mask()).hasValue(changed.features());
  }
}
