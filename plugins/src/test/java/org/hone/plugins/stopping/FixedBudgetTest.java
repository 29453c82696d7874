package org.hone.plugins.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class FixedBudgetTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new FixedBudget();
  }

  @Test
  void theWholeBudgetIsTrained() {
    Recipe recipe =
        Trial.with(technique(), Trial.recipe(Trial.CLASSES, new Sgd(0)), Trial.CLASSES, Map.of());
    TrainingResult result = Trial.train(recipe, Trial.CLASSES, 30);
    assertThat(result.epochs()).isEqualTo(30);
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
  }
}
