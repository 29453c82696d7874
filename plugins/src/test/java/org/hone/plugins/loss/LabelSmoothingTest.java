package org.hone.plugins.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Meters;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class LabelSmoothingTest implements TechniqueContract {
  private static final IActivation SOFTMAX = new ActivationSoftmax();
  private static final SmoothedLabelsLoss LOSS = new SmoothedLabelsLoss(new LossMCXENT(), 0.3);

  private final INDArray labels = Nd4j.createFromArray(new double[][] {{0, 1, 0}, {1, 0, 0}});
  private final INDArray logits = Nd4j.createFromArray(new double[][] {{0.5, -1, 2}, {1, 1, -0.5}});

  @Override
  public Technique technique() {
    return new LabelSmoothing();
  }

  /** q' = 0.7 q + 0.1. */
  private static double score(INDArray logits, INDArray labels) {
    double sum = 0;
    for (int row = 0; row < 2; row++) {
      double total = 0;
      for (int k = 0; k < 3; k++) {
        total += Math.exp(logits.getDouble(row, k));
      }
      for (int k = 0; k < 3; k++) {
        double smoothed = 0.7 * labels.getDouble(row, k) + 0.1;
        sum -= smoothed * Math.log(Math.exp(logits.getDouble(row, k)) / total);
      }
    }
    return sum;
  }

  @Test
  void theLossIsCrossEntropyWithSmoothedLabels() {
    double expected = score(logits, labels);
    assertThat(LOSS.computeScore(labels, logits.dup(), SOFTMAX, null, false))
        .isEqualTo(expected, within(1e-9));
    assertThat(LOSS.computeScore(labels, logits.dup(), SOFTMAX, null, true))
        .isEqualTo(expected / 2, within(1e-9));
    assertThat(
            LOSS.computeScoreArray(labels, logits.dup(), SOFTMAX, null).sumNumber().doubleValue())
        .isEqualTo(expected, within(1e-9));
    assertThat(LOSS.name()).startsWith("smoothed(").endsWith(", 0.3)");
  }

  @Test
  void theGradientIsProbabilityMinusSmoothedLabel() {
    INDArray gradient = LOSS.computeGradient(labels, logits.dup(), SOFTMAX, null);
    for (int row = 0; row < 2; row++) {
      for (int k = 0; k < 3; k++) {
        INDArray above = logits.dup().putScalar(row, k, logits.getDouble(row, k) + 1e-6);
        INDArray below = logits.dup().putScalar(row, k, logits.getDouble(row, k) - 1e-6);
        assertThat(gradient.getDouble(row, k))
            .isEqualTo((score(above, labels) - score(below, labels)) / 2e-6, within(1e-8));
      }
    }
    var both = LOSS.computeGradientAndScore(labels, logits.dup(), SOFTMAX, null, false);
    assertThat(both.getSecond()).isEqualTo(gradient);
    assertThat(both.getFirst()).isEqualTo(score(logits, labels), within(1e-9));
  }

  @Test
  void labelsAreNotChanged() {
    INDArray before = labels.dup();
    LOSS.computeGradient(labels, logits.dup(), SOFTMAX, null);
    assertThat(labels).isEqualTo(before);
  }

  @Test
  void onlyTheTrainingLossIsSmoothed() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0));
    Recipe smoothed = Trial.with(technique(), plain, Trial.CLASSES, Map.of("epsilon", 0.3));
    assertThat(smoothed.network().describe()).contains("epsilon=0.3");
    assertThat(Trial.train(smoothed, Trial.CLASSES, 1).figures())
        .isEqualTo(Trial.train(plain, Trial.CLASSES, 1).figures())
        .containsKey(Meters.VALIDATION_LOSS);
  }
}
