package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hone.api.recipe.Batch;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;

class TokenSwapTest implements TextAugmentationContract {
  @Override
  public Technique technique() {
    return new TokenSwap();
  }

  private Batch changed(String strength, double value) {
    return Augmented.batch(
        technique(), Trial.CLASSES, Map.of(strength, value), TextAugmentationContract.texts());
  }

  @Test
  void tokensChangePlacesAndNothingElseSeed1() {
    Batch changed = changed("share", 0.1);
    Batch given = TextAugmentationContract.texts();
    for (int row = 0; row < TextAugmentationContract.ROOM; row++) {
      List<Integer> before = TextAugmentationContract.tokens(given, row);
      List<Integer> after = TextAugmentationContract.tokens(changed, row);
      long moved =
          IntStream.range(0, before.size())
              .filter(i -> !before.get(i).equals(after.get(i)))
              .count();
      assertThat(after).containsExactlyInAnyOrderElementsOf(before);
      assertThat(moved).as("one swap, or none").isIn(0L, 2L);
    }
  }
}
