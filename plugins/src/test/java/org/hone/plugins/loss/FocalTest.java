package org.hone.plugins.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class FocalTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Focal();
  }

  @Test
  void theLossFollowsThePaper() {
    INDArray p = new ActivationSoftmax().getActivation(LossCheck.outputs(), true);
    INDArray scores = LossCheck.scores(new Focal.Loss(2));
    double first = p.getDouble(0, 0);
    assertThat(scores.getDouble(0))
        .isEqualTo(-Math.pow(1 - first, 2) * Math.log(first), within(1e-9));
    assertThat(scores.getDouble(2)).isLessThan(0.1 * -Math.log(p.getDouble(2, 2)));
  }

  @Test
  void withoutGammaItIsCrossEntropy() {
    assertThat(
            Trial.distance(
                LossCheck.scores(new Focal.Loss(0)).reshape(3),
                LossCheck.scores(new LossMCXENT()).reshape(3)))
        .isLessThan(1e-9);
  }

  @Test
  void theGradientIsRight() {
    for (double gamma : new double[] {0.5, 1, 2, 5}) {
      assertThat(LossCheck.gradientError(new Focal.Loss(gamma))).isLessThan(1e-7);
    }
  }
}
