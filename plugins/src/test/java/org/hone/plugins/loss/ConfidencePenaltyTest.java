package org.hone.plugins.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.ops.transforms.Transforms;

class ConfidencePenaltyTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ConfidencePenalty();
  }

  private static final ILossFunction PENALIZED = new ConfidencePenalty.Loss(new LossMCXENT(), 0.3);

  @Test
  void theEntropyIsSubtracted() {
    INDArray p = new ActivationSoftmax().getActivation(LossCheck.outputs(), true);
    INDArray entropy = p.mul(Transforms.log(p)).sum(1).neg();
    INDArray expected = LossCheck.scores(new LossMCXENT()).reshape(3).sub(entropy.mul(0.3));
    assertThat(Trial.distance(LossCheck.scores(PENALIZED).reshape(3), expected)).isLessThan(1e-9);
  }

  @Test
  void theGradientIsRight() {
    assertThat(LossCheck.gradientError(PENALIZED)).isLessThan(1e-7);
  }
}
