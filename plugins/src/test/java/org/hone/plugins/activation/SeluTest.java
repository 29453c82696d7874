package org.hone.plugins.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.LayerPlan;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

class SeluTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Selu();
  }

  @Test
  void followsItsFormula() {
    Hidden.follows(
        technique(),
        Map.of(),
        1e-6,
        x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)));
  }

  @Test
  void meanAndVarianceStayThroughManyLayers() {
    Task deep =
        SmallTasks.table(
            Trial.ENGINE,
            Goal.CLASSIFICATION,
            new Architecture.Mlp(Collections.nCopies(12, 200), Activation.RELU));
    ComputationGraph graph = Trial.graph(Hidden.network(technique(), deep, Map.of()));
    INDArray last = graph.feedForward(deep.training().features(), true).get("dense-12");
    assertThat(last.meanNumber().doubleValue()).isBetween(-0.3, 0.3);
    assertThat(last.stdNumber().doubleValue()).isBetween(0.6, 1.4);
  }

  @Test
  void layersOfMemoryStayAsTheyAre() {
    Task task =
        SmallTasks.any(
            Trial.ENGINE,
            Goal.CLASSIFICATION,
            InputShape.sequence(2, 5),
            new Architecture.Layers(
                List.of(
                    new LayerPlan.Lstm(4, false, Activation.TANH),
                    new LayerPlan.Dense(6, Optional.empty())),
                Activation.RELU));
    Network selu = Hidden.network(technique(), task, Map.of());
    assertThat(changed(task.network(), selu)).containsExactly(Site.Kind.DENSE);
  }

  private static List<Site.Kind> changed(Network before, Network after) {
    List<Site> sites = before.sites();
    return IntStream.range(0, sites.size())
        .filter(i -> !sites.get(i).layer().equals(after.sites().get(i).layer()))
        .mapToObj(i -> sites.get(i).kind())
        .toList();
  }

  @Test
  void dropoutNormalizationAndOtherWeightsWouldBreakIt() {
    assertThat(technique().conflictsWith())
        .contains(Slot.DROPOUT.id(), Slot.INITIALIZATION.id(), Slot.NORMALIZATION.id());
  }
}
