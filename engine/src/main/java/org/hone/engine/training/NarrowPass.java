package org.hone.engine.training;

import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Precision.Format;
import org.hone.api.training.InputShape;
import org.hone.engine.backend.device.Devices;
import org.hone.engine.network.GraphNetwork;

/**
 * Forward and backward in a narrow format: in numbers of the device where it has them, else played
 * in single precision.
 */
interface NarrowPass {
  /** Set to {@code native}, halves are ND4J's on a CPU too, where they are slow. */
  String SETTING = "hone.half";

  /** The network as such a training holds it, in single precision. */
  GraphNetwork network();

  /**
   * Leaves the batch's gradient in the graph, as coarse as the format is, and returns its loss;
   * both are sums over rows.
   */
  double computeGradient(LiveGraph graph, Batch batch);

  /**
   * How to train a network in a format; empty for single precision.
   *
   * @param kind of its inputs: tokens of texts are names, and not rounded
   */
  static Optional<NarrowPass> of(GraphNetwork network, Format format, InputShape.Kind kind) {
    boolean numeric = kind != InputShape.Kind.TEXT;
    return switch (format) {
      case FLOAT32 -> Optional.empty();
      case FLOAT16 ->
          Optional.of(
              hasHalves()
                  ? new HalfPass(network, numeric)
                  : new RoundedPass(network, format, numeric));
      case BFLOAT16 -> Optional.of(new RoundedPass(network, format, numeric));
    };
  }

  private static boolean hasHalves() {
    return Devices.isCuda() || "native".equals(System.getProperty(SETTING));
  }
}
