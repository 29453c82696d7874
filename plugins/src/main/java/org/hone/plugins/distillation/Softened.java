package org.hone.plugins.distillation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The divergence of probabilities that a temperature T softens, as it should be for any T of the
 * same size as the loss of the labels:
 *
 * <pre>{@code T^2 * KL(p_T || q_T),  gradient by the network's logits T * (q_T - p_T)}</pre>
 *
 * A teacher's logits need not be known: at T its probabilities are those at 1 to the power 1/T,
 * over their sum.
 */
final class Softened {
  /** Below this, probabilities are this where a logarithm is taken: single precision tells it. */
  private static final double SMALLEST = 1e-7;

  private Softened() {}

  /** {@code p * (log p - log q)}; a new array. */
  private static INDArray divergence(INDArray p, INDArray q) {
    return log(p).subi(log(q)).muli(p);
  }

  private static INDArray log(INDArray probabilities) {
    return Transforms.log(Transforms.max(probabilities, SMALLEST), false);
  }

  /** Classes, of which a row has one. */
  record Classes(double temperature) implements DistillationLoss.Side {

    /** The teacher's at this temperature. */
    private INDArray softened(INDArray probabilities) {
      INDArray powers = Transforms.pow(probabilities, 1 / temperature);
      return powers.diviColumnVector(powers.sum(true, 1));
    }

    private INDArray network(INDArray preOutput) {
      return Transforms.softmax(preOutput.div(temperature), false);
    }

    @Override
    public INDArray scores(INDArray teacher, INDArray preOutput) {
      return divergence(softened(teacher), network(preOutput))
          .sum(true, 1)
          .muli(temperature * temperature);
    }

    @Override
    public INDArray gradient(INDArray teacher, INDArray preOutput) {
      return network(preOutput).subi(softened(teacher)).muli(temperature);
    }
  }

  /** Labels, of which a row has any number: each is two classes, it and its absence. */
  record Labels(double temperature) implements DistillationLoss.Side {

    /** {@code p^(1/T) / (p^(1/T) + (1 - p)^(1/T))}. */
    private INDArray softened(INDArray probabilities) {
      INDArray with = Transforms.pow(probabilities, 1 / temperature);
      INDArray without = Transforms.pow(probabilities.rsub(1), 1 / temperature);
      return with.divi(without.addi(with));
    }

    private INDArray network(INDArray preOutput) {
      return Transforms.sigmoid(preOutput.div(temperature), false);
    }

    @Override
    public INDArray scores(INDArray teacher, INDArray preOutput) {
      INDArray p = softened(teacher);
      INDArray q = network(preOutput);
      return divergence(p, q)
          .addi(divergence(p.rsub(1), q.rsub(1)))
          .sum(true, 1)
          .muli(temperature * temperature);
    }

    @Override
    public INDArray gradient(INDArray teacher, INDArray preOutput) {
      return network(preOutput).subi(softened(teacher)).muli(temperature);
    }
  }
}
