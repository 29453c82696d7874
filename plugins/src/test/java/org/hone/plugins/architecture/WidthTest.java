package org.hone.plugins.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Architecture;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.engine.network.GraphNetwork;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

class WidthTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Width();
  }

  private Architecture after(Architecture plan, InputShape input, Map<String, ?> strengths) {
    Task task =
        Trial.CLASSES.withNetwork(GraphNetwork.generate(plan, input, Goal.CLASSIFICATION, 3));
    return Trial.with(technique(), Trial.recipe(task, new Sgd(0.1)), task, strengths)
        .network()
        .architecture()
        .orElseThrow();
  }

  @Test
  void everyHiddenLayerIsScaled() {
    Architecture mlp = new Architecture.Mlp(List.of(10, 1), Activation.TANH);
    assertThat(after(mlp, InputShape.table(4), Map.of("factor", 2.5)))
        .isEqualTo(new Architecture.Mlp(List.of(25, 3), Activation.TANH));
    Architecture cnn = new Architecture.Cnn(List.of(4, 8), 16, Activation.RELU);
    assertThat(after(cnn, InputShape.image(6, 6, 1), Map.of("factor", 0.25)))
        .isEqualTo(new Architecture.Cnn(List.of(1, 2), 4, Activation.RELU));
    Architecture residual = new Architecture.ResidualCnn(List.of(4, 8), Activation.RELU);
    assertThat(after(residual, InputShape.image(6, 6, 1), Map.of("factor", 2.0)))
        .isEqualTo(new Architecture.ResidualCnn(List.of(8, 16), Activation.RELU));
  }

  @Test
  void noLayerVanishes() {
    Architecture mlp = new Architecture.Mlp(List.of(1), Activation.TANH);
    assertThat(after(mlp, InputShape.table(4), Map.of("factor", 0.25))).isEqualTo(mlp);
  }

  @Test
  void layersThatSomebodyWroteDownStay() {
    Task task =
        Trial.CLASSES.withNetwork(
            GraphNetwork.generate(
                new Architecture.Layers(List.of(), Activation.RELU),
                InputShape.table(4),
                Goal.CLASSIFICATION,
                3));
    assertThat(technique().appliesTo(task)).isFalse();
  }
}
