package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.hone.config.TrainingSettings;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.junit.jupiter.api.Test;

class RecipeTextTest {
  private static final TrainingSettings TRAINING = new TrainingSettings(3, 8, 0.1);

  @Test
  void theChoiceOfNothingIsYamlsNull() {
    Map<String, Map<String, Object>> techniques = Map.of("magic", Map.of("wand", Nothing.NOTHING));

    assertThat(RecipeText.of(techniques, TRAINING, Optional.empty()))
        .isEqualTo("techniques:\n  magic:\n    wand: null\n");
  }
}
