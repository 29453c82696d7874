package org.hone.plugins.regularization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How strength changes from the first hidden layer to the last, as a share of the greatest.
 *
 * @see <a href="https://arxiv.org/abs/2106.11189">Kadra et al., NeurIPS 2021, Table 1; the shapes
 *     are those of Zimmer et al. 2021, arXiv 2006.13799</a>
 */
enum DropoutShape {
  /** The same everywhere. */
  BRICK {
    @Override
    double at(int layer, int layers) {
      return 1;
    }
  },
  /** Falling from the first layer to the last. */
  FUNNEL {
    @Override
    double at(int layer, int layers) {
      return falling(layer, layers);
    }
  },
  /** The same in the first half, then falling. */
  LONG_FUNNEL {
    @Override
    double at(int layer, int layers) {
      int half = layers / 2;
      return layer < half ? 1 : falling(layer - half, layers - half);
    }
  },
  /** Rising to the middle, then falling. */
  DIAMOND {
    @Override
    double at(int layer, int layers) {
      int half = (layers + 1) / 2;
      return layer < half ? rising(layer, half) : falling(layer - half + 1, layers - half + 1);
    }
  },
  /** Rising in the first third, the same in the second, falling in the last. */
  HEXAGON {
    @Override
    double at(int layer, int layers) {
      int third = Math.max(1, layers / 3);
      if (layer < third) {
        return rising(layer, third);
      }
      int rest = layers - third;
      return layer < rest ? 1 : falling(layer - rest + 1, third + 1);
    }
  },
  /** Rising from the first layer to the last. */
  TRIANGLE {
    @Override
    double at(int layer, int layers) {
      return rising(layer, layers);
    }
  },
  /** Falling by one step for every two layers. */
  STAIRS {
    @Override
    double at(int layer, int layers) {
      return falling(layer / 2, (layers + 1) / 2);
    }
  };

  /**
   * The share of the greatest strength, in (0, 1].
   *
   * @param layer from 0
   * @param layers how many there are
   */
  abstract double at(int layer, int layers);

  private static double falling(int layer, int layers) {
    return (double) (layers - layer) / layers;
  }

  private static double rising(int layer, int layers) {
    return (layer + 1.0) / layers;
  }

  /** The word for it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static DropoutShape of(String id) {
    return Arrays.stream(values())
        .filter(shape -> shape.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no shape '%s'".formatted(id)));
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(DropoutShape::id).toList();
  }
}
