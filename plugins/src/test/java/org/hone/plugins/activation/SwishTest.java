package org.hone.plugins.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Architecture;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.engine.network.GraphNetwork;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

class SwishTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Swish();
  }

  @Test
  void followsItsFormula() {
    Hidden.follows(technique(), Map.of(), 1e-9, x -> x / (1 + Math.exp(-x)));
  }

  @Test
  void actsWhereTheActivationIsALayerOfItsOwn() {
    Task images =
        Trial.IMAGES.withNetwork(
            GraphNetwork.generate(
                new Architecture.ResidualCnn(List.of(3), Activation.RELU),
                Trial.IMAGES.input(),
                Goal.CLASSIFICATION,
                3));
    // linear convolutions before a sum stay linear
    String before = images.network().describe();
    assertThat(Hidden.network(technique(), images, Map.of()).describe())
        .isEqualTo(before.replace("activation=relu", "activation=swish"));
  }
}
