package org.hone.plugins.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class SnapshotEnsembleTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new SnapshotEnsemble();
  }

  @Test
  void theNetworksAtTheEndsOfCyclesPredictTogether() {
    Recipe recipe =
        Trial.with(
            technique(),
            Trial.recipe(Trial.CLASSES, new Sgd(1)),
            Trial.CLASSES,
            Map.of("snapshots", 3));
    List<INDArray> w = Trial.weights(recipe, Trial.CLASSES, 6);
    INDArray expected =
        Predictions.of(w.get(6)).add(Predictions.of(w.get(12))).add(Predictions.of(w.get(18)));
    INDArray seen = Predictions.of(Trial.train(recipe, Trial.CLASSES, 6));
    assertThat(Trial.distance(seen, expected.div(3))).isLessThan(1e-6);
  }

  @Test
  void theAverageOfWeightsVotesInPlaceOfTheLast() {
    Recipe averaged =
        Trial.with(
            new Swa(),
            Trial.recipe(Trial.CLASSES, new Sgd(1)),
            Trial.CLASSES,
            Map.of("start", 0.75));
    Recipe recipe = Trial.with(technique(), averaged, Trial.CLASSES, Map.of("snapshots", 2));
    List<INDArray> w = Trial.weights(recipe, Trial.CLASSES, 6);
    INDArray average = w.get(15).add(w.get(18)).divi(2);
    INDArray expected = Predictions.of(w.get(9)).add(Predictions.of(average)).divi(2);
    INDArray seen = Predictions.of(Trial.train(recipe, Trial.CLASSES, 6));
    assertThat(Trial.distance(seen, expected)).isLessThan(1e-6);
  }

  @ParameterizedTest(name = "step {0} of 100: {1}")
  @CsvSource({"0, 1", "10, 0.5", "15, 0.1464466", "20, 1", "50, 0.5"})
  void theRateFallsInEachCycle(int step, double expected) {
    Progress now = new Progress(step / 10, 10, step, step % 10, 10, List.of());
    assertThat(SnapshotEnsemble.rate(now, 5)).isEqualTo(expected, within(1e-6));
  }
}
