package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Precision.Format;
import org.hone.api.recipe.Precision.LossScale;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class TrainingIdentityTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final LiveGraph GRAPH = Workbench.live(MLP.network(), new Sgd(0));

  private static String identity(Precision precision) {
    return identity(
        Workbench.recipe(MLP, new Sgd(0)).withUpdate(update -> update.withPrecision(precision)));
  }

  private static String identity(Recipe recipe) {
    return TrainingIdentity.of(recipe, MLP, RecordedTerms.of(5, 1), GRAPH);
  }

  private record Still() implements StepRule {
    @Override
    public List<String> memories() {
      return List.of();
    }

    @Override
    public void step(Stretch weights, Step now) {}
  }

  @Test
  void rulesOfOptimizersAreToldApart() {
    assertThat(
            List.of(
                identity(Workbench.recipe(MLP, PeakScaled.at(0.1))),
                identity(Workbench.recipe(MLP, new RuleUpdater(new Still(), 0.1))),
                identity(Workbench.recipe(MLP, new Sgd(0.1)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void precisionsAreToldApart() {
    assertThat(
            List.of(
                identity(Precision.single()),
                identity(new Precision(Format.BFLOAT16, LossScale.none())),
                identity(new Precision(Format.FLOAT16, LossScale.none())),
                identity(new Precision(Format.FLOAT16, new LossScale(1024, 0))),
                identity(new Precision(Format.FLOAT16, new LossScale(1024, 50)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameTrainingIsKnownAgain() {
    assertThat(identity(Precision.single())).isEqualTo(identity(Precision.single()));
  }
}
