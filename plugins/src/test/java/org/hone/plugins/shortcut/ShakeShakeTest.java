package org.hone.plugins.shortcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class ShakeShakeTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ShakeShake();
  }

  @Test
  void twoBranchesShareARandomWhole() {
    Map<String, INDArray> layers = Shortcuts.layers(Shortcuts.task(technique(), Map.of()), true);
    INDArray first = layers.get("dense-2");
    INDArray second = layers.get("dense-2-branch-2");
    // y - x - F2 = a * (F1 - F2)
    INDArray rest = layers.get("dense-2-merge").sub(layers.get("dense-1")).sub(second);
    INDArray apart = first.sub(second);
    INDArray alpha = rest.mul(apart).sum(1).div(apart.mul(apart).sum(1));
    assertThat(Trial.distance(apart.mulColumnVector(alpha.reshape(24, 1)), rest)).isLessThan(1e-5);
    assertThat(alpha.minNumber().doubleValue()).isBetween(0.0, 0.3);
    assertThat(alpha.maxNumber().doubleValue()).isBetween(0.7, 1.0);
  }

  @Test
  void theGradientIsSharedAnewOnItsWayBack() {
    Task task = Shortcuts.task(technique(), Map.of());
    ResidualRows rows = ResidualRows.of(task);
    assertThat(rows.back("dense-2_b") + rows.back("dense-2-branch-2_b")).isBetween(0.99, 1.01);
    assertThat(rows.back("dense-2_b")).isBetween(0.0, 1.0);
    assertThat(Math.abs(rows.back("dense-2_b") - rows.forward())).isGreaterThan(1e-3);
  }

  @Test
  void actsOnResidualBlocks() {
    Task images =
        SmallTasks.any(
            Trial.ENGINE,
            Goal.CLASSIFICATION,
            InputShape.image(6, 6, 1),
            new Architecture.ResidualCnn(List.of(3, 3), Activation.RELU));
    assertThat(technique().appliesTo(images)).isTrue();
    assertThat(new SkipConnections().appliesTo(images)).as("they are there already").isFalse();

    Recipe recipe = Trial.with(technique(), Trial.recipe(images, new Sgd(0.1)), images, Map.of());
    assertThat(recipe.network().describe())
        .contains("ShakeShakeSum <- conv-1, conv-3, conv-3-branch-2");
    TrainingResult result = Trial.train(recipe, images, 2);
    assertThat(result.status()).isEqualTo(TrainingResult.Status.COMPLETED);
  }

  @Test
  void inferenceIsTheExpectation() {
    Shortcuts.inferenceIsTheExpectation(Shortcuts.task(technique(), Map.of()), 0.05);
  }

  @Test
  void theSameSeedGivesTheSame() {
    Shortcuts.sameSeedSameWeights(Shortcuts.task(technique(), Map.of()));
  }

  @Test
  void isSavedWithItsModel(@TempDir Path folder) throws Exception {
    Shortcuts.isSavedWithItsModel(Shortcuts.task(technique(), Map.of()), folder);
  }
}
