package org.hone.plugins.shortcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

class SkipConnectionsTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new SkipConnections();
  }

  @Test
  void theInputIsAddedToTheBlock() {
    Map<String, INDArray> layers = Shortcuts.layers(Shortcuts.task(technique(), Map.of()), true);
    INDArray sum = layers.get("dense-1").add(layers.get("dense-2"));
    assertThat(Trial.distance(layers.get("dense-2-merge"), sum)).isLessThan(1e-6);
  }

  @Test
  void theGradientIsRight() {
    Task task = Shortcuts.task(technique(), Map.of());
    assertThat(Trial.gradientError(Trial.precise(task.network()), task, name -> true))
        .isLessThan(1e-6);
  }

  @Test
  void appliesWhereThereIsABlock() {
    assertThat(technique().appliesTo(Trial.CLASSES)).isTrue();
    assertThat(technique().appliesTo(Trial.IMAGES)).isFalse();
  }

  @Test
  void aDeepNetworkLearnsWithIt() {
    Task deep =
        SmallTasks.table(
            Trial.ENGINE,
            Goal.CLASSIFICATION,
            new Architecture.Mlp(Collections.nCopies(24, 8), Activation.SIGMOID));
    Recipe plain = Trial.recipe(deep, new Adam(0.01));
    double without = Trial.train(plain, deep, 15).score().orElseThrow();
    double with =
        Trial.train(Trial.with(technique(), plain, deep, Map.of()), deep, 15).score().orElseThrow();
    assertThat(with).isLessThan(0.8 * without);
  }
}
