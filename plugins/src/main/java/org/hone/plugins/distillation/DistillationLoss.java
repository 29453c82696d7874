package org.hone.plugins.distillation;

import org.hone.api.recipe.RowLoss;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Another loss of the labels, and the distance to a teacher's answers beside them. Where there are
 * no such answers, it is the other loss alone. Used while training only, so it is never saved with
 * a model.
 *
 * @param loss of the labels
 */
record DistillationLoss(ILossFunction loss, double temperature, double alpha) implements RowLoss {

  /** What of a row's labels are its own, and what is the teacher's. */
  private record Sides(INDArray labels, INDArray teacher) {
    static Sides of(INDArray both, long outputs) {
      return new Sides(columns(both, 0, outputs), columns(both, outputs, 2 * outputs));
    }

    private static INDArray columns(INDArray both, long from, long to) {
      return both.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)).dup('c');
    }
  }

  private static boolean isTaught(INDArray labels, INDArray preOutput) {
    return labels.size(1) == 2 * preOutput.size(1);
  }

  /** The teacher's side of the loss, by what the outputs are. */
  private Side side(IActivation activation) {
    if (activation instanceof ActivationSoftmax) {
      return new Softened.Classes(temperature);
    }
    return activation instanceof ActivationSigmoid
        ? new Softened.Labels(temperature)
        : new Numbers(loss, activation);
  }

  /** A distance between a teacher's answers and a network's. */
  interface Side {
    /** Of each row, [rows, 1]. */
    INDArray scores(INDArray teacher, INDArray preOutput);

    /** The gradient with respect to what goes into the output's activation; new array. */
    INDArray gradient(INDArray teacher, INDArray preOutput);
  }

  /** Numbers of the teacher's in the place of labels. */
  private record Numbers(ILossFunction loss, IActivation activation) implements Side {
    @Override
    public INDArray scores(INDArray teacher, INDArray preOutput) {
      return loss.computeScoreArray(teacher, preOutput.dup(), activation, null);
    }

    @Override
    public INDArray gradient(INDArray teacher, INDArray preOutput) {
      return loss.computeGradient(teacher, preOutput.dup(), activation, null);
    }
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    if (!isTaught(labels, preOutput)) {
      return loss.computeScoreArray(labels, preOutput, activation, mask);
    }
    Sides sides = Sides.of(labels, preOutput.size(1));
    INDArray taught = side(activation).scores(sides.teacher(), preOutput).mul(alpha);
    INDArray own = loss.computeScoreArray(sides.labels(), preOutput.dup(), activation, mask);
    return taught.addi(own.reshape(taught.shape()).mul(1 - alpha));
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    if (!isTaught(labels, preOutput)) {
      return loss.computeGradient(labels, preOutput, activation, mask);
    }
    Sides sides = Sides.of(labels, preOutput.size(1));
    INDArray taught = side(activation).gradient(sides.teacher(), preOutput).muli(alpha);
    INDArray own = loss.computeGradient(sides.labels(), preOutput.dup(), activation, mask);
    return taught.addi(own.mul(1 - alpha));
  }

  @Override
  public String name() {
    return "distilled(%s, temperature %s, alpha %s)".formatted(loss.name(), temperature, alpha);
  }
}
