package org.hone.api.recipe;

import java.util.List;
import org.nd4j.linalg.activations.Activation;

/** The plan from which Hone generates a network; a user's own network has none. */
public sealed interface Architecture permits Architecture.Mlp, Architecture.Cnn {

  /** The activation of hidden layers. */
  Activation activation();

  /**
   * A multi-layer perceptron.
   *
   * @param hidden units of each hidden layer
   */
  record Mlp(List<Integer> hidden, Activation activation) implements Architecture {
    public Mlp {
      hidden = positive("mlp", hidden);
    }
  }

  /**
   * Blocks of a 3x3 convolution (same padding) and 2x2 max pooling, then one dense layer.
   *
   * @param channels of each convolution
   * @param dense units of the dense layer
   */
  record Cnn(List<Integer> channels, int dense, Activation activation) implements Architecture {
    public Cnn {
      channels = positive("cnn", channels);
      positive("dense", List.of(dense));
    }
  }

  private static List<Integer> positive(String what, List<Integer> sizes) {
    if (sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "%s needs positive sizes, but has %s".formatted(what, sizes));
    }
    return List.copyOf(sizes);
  }
}
