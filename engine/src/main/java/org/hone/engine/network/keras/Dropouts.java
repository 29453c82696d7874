package org.hone.engine.network.keras;

import java.util.Map;
import java.util.function.DoubleFunction;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/** Layers that do something while the network is trained, and nothing after that. */
final class Dropouts {
  private static final String RATE = "rate";

  private Dropouts() {}

  static Map<String, Translation.Single> translations() {
    return Map.of(
        "Dropout", of(RATE, rate -> new Dropout(1 - rate)),
        "SpatialDropout1D", Dropouts::ofSteps,
        "SpatialDropout2D", of(RATE, rate -> new SpatialDropout(1 - rate)),
        "AlphaDropout", of(RATE, rate -> new AlphaDropout(1 - rate)),
        "GaussianDropout", of(RATE, GaussianDropout::new),
        "GaussianNoise", of("stddev", GaussianNoise::new));
  }

  private static Translation.Single of(String key, DoubleFunction<IDropout> dropout) {
    return (layer, input, to) -> {
      double strength = layer.real(key, 0);
      if (strength == 0) {
        return input;
      }
      DropoutLayer added = new DropoutLayer.Builder(dropout.apply(strength)).build();
      return input.axes() == 3
          ? Stepwise.add(layer.name(), added, input, to)
          : to.add(layer.name(), added, input).ordered(input.order());
    };
  }

  /** Whole features of a sequence, which the next layer has to drop. */
  private static Flow ofSteps(KerasLayer layer, Flow input, Assembly to) {
    layer.requireAxes(input, 3);
    return input.dropping(layer.real(RATE, 0));
  }
}
