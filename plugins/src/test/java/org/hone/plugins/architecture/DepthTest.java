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

class DepthTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Depth();
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
  void theLastLayerIsRepeated() {
    Architecture mlp = new Architecture.Mlp(List.of(10, 5), Activation.TANH);
    assertThat(after(mlp, InputShape.table(4), Map.of("layers", 2)))
        .isEqualTo(new Architecture.Mlp(List.of(10, 5, 5, 5), Activation.TANH));
    Architecture cnn = new Architecture.Cnn(List.of(4), 16, Activation.RELU);
    assertThat(after(cnn, InputShape.image(6, 6, 1), Map.of("layers", 1)))
        .isEqualTo(new Architecture.Cnn(List.of(4, 4), 16, Activation.RELU));
  }

  @Test
  void layersAreTakenOffTheEndAndTheFirstStays() {
    Architecture mlp = new Architecture.Mlp(List.of(10, 5), Activation.TANH);
    assertThat(after(mlp, InputShape.table(4), Map.of("layers", -1)))
        .isEqualTo(new Architecture.Mlp(List.of(10), Activation.TANH));
    assertThat(after(mlp, InputShape.table(4), Map.of("layers", -2)))
        .isEqualTo(new Architecture.Mlp(List.of(10), Activation.TANH));
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
