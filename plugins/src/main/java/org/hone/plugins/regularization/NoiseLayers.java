package org.hone.plugins.regularization;

import java.util.function.Predicate;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.training.Task;

/** Layers that disturb what others give, while training only. */
final class NoiseLayers {
  private NoiseLayers() {}

  /** The network with such a layer behind each of those, where no normalization would see it. */
  static Network behind(Network network, Predicate<Site> where, IDropout noise) {
    return network.insert(
        where,
        Network.Side.AFTER_NORMALIZATION,
        site -> new DropoutLayer.Builder(noise.clone()).build());
  }

  /** Whether there is a place for any. */
  static boolean fit(Task task, Predicate<Site> where, IDropout noise) {
    return !behind(task.network(), where, noise).describe().equals(task.network().describe());
  }
}
