package org.hone.plugins.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class BatchSizeTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new BatchSize();
  }

  @Test
  void anEpochHasAsManyUpdatesAsItsRowsMakeBatches() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0.1));
    Recipe large = Trial.with(technique(), plain, Trial.CLASSES, Map.of("rows", 24));
    // of 24 rows; the weights before the first update are counted too
    assertThat(Trial.weights(plain, Trial.CLASSES, 1)).hasSize(1 + 3);
    assertThat(Trial.weights(large, Trial.CLASSES, 1)).hasSize(1 + 1);
    assertThat(large.feed().order()).isEqualTo(plain.feed().order());
  }

  @Test
  void isSearchedOnRequestOnly() {
    assertThat(technique().isOnRequest()).isTrue();
  }
}
