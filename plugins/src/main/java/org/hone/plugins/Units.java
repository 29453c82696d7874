package org.hone.plugins;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;

/**
 * A parameter's array seen as the units it belongs to: the columns of a matrix [inputs, units],
 * each kernel of [units, channels, height, width], each element of a bias.
 */
public final class Units {
  private Units() {}

  private static boolean isBias(INDArray array) {
    return array.rank() < 2 || (array.rank() == 2 && array.size(0) == 1);
  }

  /** The length of each unit's part; of a bias the size of each element. New array. */
  public static INDArray norms(INDArray array) {
    if (isBias(array)) {
      return org.nd4j.linalg.ops.transforms.Transforms.abs(array, true);
    }
    return array.rank() == 2
        ? array.norm2(0)
        : array.norm2(IntStream.range(1, array.rank()).toArray());
  }

  /** Multiplies each unit's part by its factor, in place. */
  public static void scale(INDArray array, INDArray factors) {
    if (isBias(array)) {
      array.muli(factors);
    } else {
      Broadcast.mul(array, factors, array, array.rank() == 2 ? 1 : 0);
    }
  }

  /** Subtracts each unit's mean, in place; a bias is left as it is. */
  public static void centralize(INDArray array) {
    if (!isBias(array)) {
      boolean matrix = array.rank() == 2;
      INDArray means =
          matrix ? array.mean(0) : array.mean(IntStream.range(1, array.rank()).toArray());
      Broadcast.sub(array, means, array, matrix ? 1 : 0);
    }
  }
}
