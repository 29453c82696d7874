package org.hone.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.hone.api.layer.Normalization;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.ISchedule;

/** A layer's configuration in a few words. */
final class LayerText {
  private LayerText() {}

  static String describe(Layer wrapped) {
    Layer layer = Kinds.unwrapped(wrapped);
    List<String> words = new ArrayList<>();
    if (!layer.getClass().equals(wrapped.getClass())) {
      words.add(wrapped.getClass().getSimpleName());
    }
    words.add(layer instanceof Normalization ? layer.toString() : layer.getClass().getSimpleName());
    if (layer instanceof ConvolutionLayer convolution) {
      words.add(kernel(convolution));
    }
    if (layer instanceof SubsamplingLayer pooling) {
      words.add("%dx%d".formatted(pooling.getKernelSize()[0], pooling.getKernelSize()[1]));
    }
    if (layer instanceof BatchNormalization norm) {
      words.add("decay=%s eps=%s".formatted(norm.getDecay(), norm.getEps()));
    }
    if (layer instanceof FeedForwardLayer feed && feed.getNOut() > 0) {
      words.add("units=" + feed.getNOut());
    }
    if (layer instanceof ActivationLayer alone) {
      words.add("activation=" + alone.getActivationFn());
    }
    if (layer instanceof BaseLayer base) {
      addBase(base, words);
    }
    if (layer.getIDropout() != null) {
      words.add("dropout=" + dropout(layer.getIDropout()));
    }
    if (layer.getConstraints() != null && !layer.getConstraints().isEmpty()) {
      words.add("constraints=" + layer.getConstraints());
    }
    return String.join(" ", words);
  }

  private static String kernel(ConvolutionLayer convolution) {
    int[] size = convolution.getKernelSize();
    return convolution instanceof Convolution1DLayer
        ? String.valueOf(size[0])
        : "%dx%d".formatted(size[0], size[1]);
  }

  private static void addBase(BaseLayer base, List<String> words) {
    if (base.getActivationFn() != null) {
      words.add("activation=" + base.getActivationFn());
    }
    if (base.getWeightInitFn() != null) {
      String name = base.getWeightInitFn().getClass().getSimpleName();
      words.add("init=" + name.replaceFirst("^WeightInit", ""));
    }
    if (base.getWeightNoise() != null) {
      words.add("noise=" + base.getWeightNoise());
    }
    List<Regularization> penalties = base.getRegularization();
    if (penalties != null) {
      penalties.forEach(penalty -> words.add(penalty(penalty)));
    }
  }

  /** Deeplearning4j counts what is kept, everybody else what is dropped. */
  private static String dropout(IDropout dropout) {
    return dropout instanceof Dropout plain
        ? String.valueOf((float) (1 - plain.getP()))
        : String.valueOf(dropout);
  }

  private static String penalty(Regularization penalty) {
    if (penalty instanceof WeightDecay decay) {
      return "weight-decay=" + first(decay.getCoeff());
    }
    if (penalty instanceof L2Regularization l2) {
      return "l2=" + first(l2.getL2());
    }
    return penalty instanceof L1Regularization l1
        ? "l1=" + first(l1.getL1())
        : "penalty=" + penalty;
  }

  private static float first(ISchedule coefficient) {
    return (float) coefficient.valueAt(0, 0);
  }
}
