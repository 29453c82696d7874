package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
import org.hone.api.recipe.Update;
import org.hone.api.technique.Specimens;
import org.hone.api.training.Task;
import org.hone.config.TrainingSettings;
import org.hone.engine.Dl4jEngine;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

class RecipeTextTest {
  private static final TrainingSettings TRAINING = new TrainingSettings(3, 8, 0.1);

  @Test
  void theChoiceOfNothingIsYamlsNull() {
    Map<String, Map<String, Object>> techniques = Map.of("magic", Map.of("wand", Nothing.NOTHING));

    assertThat(RecipeText.of(techniques, TRAINING, Optional.empty()))
        .isEqualTo("techniques:\n  magic:\n    wand: null\n");
  }

  @Test
  void anOptimizerIsNamedUnlessItIsATechnique() {
    assertThat(withOptimizer(new Adam(0.25)))
        .contains("learning-rate: 0.25\n")
        .contains("optimizer: Adam\n");
    assertThat(withOptimizer(new RuleUpdater(new Still(), 0.5)))
        .contains("learning-rate: 0.5\n")
        .doesNotContain("optimizer");
  }

  private static String withOptimizer(IUpdater updater) {
    Task task = new Specimens(new Dl4jEngine()).tasks(Set.of()).get(0);
    Recipe recipe = Recipe.of(Feed.shuffled(8), task.network(), Update.of(updater));
    return RecipeText.of(Map.of(), TRAINING, Optional.of(recipe));
  }

  /** Leaves all weights where they are. */
  private record Still() implements StepRule {
    @Override
    public List<String> memories() {
      return List.of();
    }

    @Override
    public void step(Stretch weights, Step now) {
      Arrays.fill(weights.gradient(), weights.from(), weights.to(), 0);
    }
  }
}
