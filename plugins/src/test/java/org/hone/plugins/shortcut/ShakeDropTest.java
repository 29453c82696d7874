package org.hone.plugins.shortcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class ShakeDropTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ShakeDrop();
  }

  @Test
  void aPassGoesThroughAsItIsOrIsDisturbed() {
    Task task = Shortcuts.task(technique(), Map.of("probability", 0.5));
    ComputationGraph graph = Trial.graph(task.network());
    int regular = 0;
    double least = 1;
    for (int i = 0; i < 200; i++) {
      Map<String, INDArray> layers = graph.feedForward(task.training().features(), true);
      INDArray part = layers.get("dense-2-merge").sub(layers.get("dense-1"));
      INDArray factors = Shortcuts.factors(layers, part);
      boolean isRegular = Trial.distance(part, layers.get("dense-2")) < 1e-5;
      regular += isRegular ? 1 : 0;
      least = Math.min(least, factors.minNumber().doubleValue());
      assertThat(factors.amaxNumber().doubleValue()).isLessThan(1.001);
    }
    assertThat(regular).isBetween(75, 125);
    assertThat(least).isBetween(-1.001, -0.9);
  }

  @Test
  void deepBlocksAreDisturbedMoreOften() {
    Task deep =
        SmallTasks.table(
            Trial.ENGINE,
            Goal.CLASSIFICATION,
            new Architecture.Mlp(List.of(4, 4), Activation.TANH));
    Recipe plain = Trial.recipe(deep, new Sgd(0.1));
    assertThat(
            Trial.with(technique(), plain, deep, Map.of("probability", 0.5)).network().describe())
        .contains("dense-1-merge: ShakeDropSum(regular=0.75)")
        .contains("dense-2-merge: ShakeDropSum(regular=0.5)");
  }

  @Test
  void theGradientIsDisturbedAnewOnItsWayBack() {
    Task task = Shortcuts.task(technique(), Map.of("probability", 0.0));
    ResidualRows rows = ResidualRows.of(task);
    assertThat(rows.back("dense-2_b")).isBetween(0.0, 1.0);
    assertThat(rows.forward()).isBetween(-1.0, 1.0);
    assertThat(Math.abs(rows.back("dense-2_b") - rows.forward())).isGreaterThan(1e-3);
  }

  @Test
  void inferenceIsTheExpectation() {
    Shortcuts.inferenceIsTheExpectation(
        Shortcuts.task(technique(), Map.of("probability", 0.5)), 0.08);
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
