package org.hone.plugins.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class FineTuningTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new FineTuning();
  }

  @Test
  void itNeedsWeightsToStartFrom() {
    assertThat(technique().appliesTo(Trial.CLASSES)).isFalse();
    assertThat(technique().appliesTo(Related.TASK)).isTrue();
  }

  @Test
  void eachLayersRateIsTheNextOnesByTheFactor() {
    Recipe recipe =
        Trial.with(technique(), Related.plain(Related.TASK), Related.TASK, Map.of("factor", 2.6));
    Map<String, Double> rates = recipe.update().rateByLayer();
    assertThat(rates.get("output")).isEqualTo(1);
    assertThat(rates.get("dense-2")).isEqualTo(1 / 2.6, within(1e-12));
    assertThat(rates.get("dense-1")).isEqualTo(1 / 2.6 / 2.6, within(1e-12));
  }

  @Test
  void itStartsFromTheWeightsOnOfferAndMovesAll() {
    Recipe recipe =
        Trial.with(technique(), Trial.recipe(Related.TASK, new Sgd(0.1)), Related.TASK, Map.of());
    List<INDArray> weights = Trial.weights(recipe, Related.TASK, 1);
    INDArray first = Related.LEARNT.get("dense-1.W");
    long length = first.length();
    assertThat(
            Trial.distance(
                flat(weights.get(0), length), first.dup('f').reshape('f', new long[] {length})))
        .isZero();
    INDArray last = weights.get(weights.size() - 1);
    assertThat(Trial.distance(flat(last, length), first.dup('f').reshape('f', new long[] {length})))
        .isPositive();
  }

  private static INDArray flat(INDArray weights, long length) {
    return weights.get(org.nd4j.linalg.indexing.NDArrayIndex.interval(0, length));
  }

  @Test
  void itHelpsWhereThereAreFewRows() {
    assertThat(Related.logLoss(technique(), Map.of()))
        .isLessThan(0.8 * Related.logLossFromNothing());
  }
}
