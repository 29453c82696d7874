package org.hone.engine.network;

import java.util.function.BinaryOperator;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The gradients of GELU, swish and mish where a sum is large. Deeplearning4j computes them as
 * fractions whose parts overflow in single precision, so that they are NaN above 26, 44 and 22.
 * From 20 on all three are 1 to the last bit of single precision, so larger sums count as 20. In
 * half precision the parts overflow above 3 already, and are computed in single precision. For
 * training only: the activations themselves are Deeplearning4j's.
 */
final class FiniteGradient {
  private static final int STRAIGHT = 20;

  private FiniteGradient() {}

  /** Gives the layer such a gradient, if it has one of these activations. */
  static void in(Layer layer) {
    if (layer instanceof ActivationLayer apart) {
      apart.setActivationFn(of(apart.getActivationFn()));
    } else if (layer instanceof BaseLayer whole && whole.getActivationFn() != null) {
      whole.setActivationFn(of(whole.getActivationFn()));
    }
  }

  static IActivation of(IActivation own) {
    if (own.equals(new ActivationGELU())) {
      return new Gelu();
    }
    if (own instanceof ActivationSwish) {
      return new Swish();
    }
    return own instanceof ActivationMish ? new Mish() : own;
  }

  /** What flows back: the errors by the slope at the sums. */
  private static Pair<INDArray, INDArray> backprop(
      BinaryOperator<INDArray> slope, INDArray sums, INDArray errors) {
    DataType type = sums.dataType();
    DataType wide = type == DataType.FLOAT16 ? DataType.FLOAT : type;
    INDArray bounded = Transforms.min(sums.castTo(wide), STRAIGHT, true);
    return Pair.of(slope.apply(bounded, errors.castTo(wide)).castTo(type), null);
  }

  private static final class Gelu extends ActivationGELU {
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray sums, INDArray errors) {
      return FiniteGradient.backprop(this::slope, sums, errors);
    }

    private INDArray slope(INDArray sums, INDArray errors) {
      return super.backprop(sums, errors).getFirst();
    }
  }

  private static final class Swish extends ActivationSwish {
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray sums, INDArray errors) {
      return FiniteGradient.backprop(this::slope, sums, errors);
    }

    private INDArray slope(INDArray sums, INDArray errors) {
      return super.backprop(sums, errors).getFirst();
    }
  }

  private static final class Mish extends ActivationMish {
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray sums, INDArray errors) {
      return FiniteGradient.backprop(this::slope, sums, errors);
    }

    private INDArray slope(INDArray sums, INDArray errors) {
      return super.backprop(sums, errors).getFirst();
    }
  }
}
