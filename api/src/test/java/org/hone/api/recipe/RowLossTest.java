package org.hone.api.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RowLossTest {
  /** Half the squared distance. */
  private record Squared() implements RowLoss {
    @Override
    public INDArray computeScoreArray(
        INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
      INDArray distance = preOutput.sub(labels);
      return distance.mul(distance).sum(1).muli(0.5);
    }

    @Override
    public INDArray computeGradient(
        INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
      return preOutput.sub(labels);
    }

    @Override
    public String name() {
      return "squared";
    }
  }

  private final IActivation identity = new ActivationIdentity();
  private final INDArray labels = Nd4j.createFromArray(new float[][] {{0, 0}, {1, 1}});
  private final INDArray outputs = Nd4j.createFromArray(new float[][] {{2, 0}, {1, 3}});

  @Test
  void isTheSumOrTheMeanOfItsRows() {
    Squared loss = new Squared();
    assertThat(loss.computeScore(labels, outputs, identity, null, false)).isEqualTo(4);
    assertThat(loss.computeScore(labels, outputs, identity, null, true)).isEqualTo(2);
  }

  @Test
  void givesBothAtOnce() {
    Pair<Double, INDArray> both =
        new Squared().computeGradientAndScore(labels, outputs, identity, null, true);
    assertThat(both.getFirst()).isEqualTo(2);
    assertThat(both.getSecond()).isEqualTo(Nd4j.createFromArray(new float[][] {{2, 0}, {0, 2}}));
  }
}
