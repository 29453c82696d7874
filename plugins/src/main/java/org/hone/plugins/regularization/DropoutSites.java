package org.hone.plugins.regularization;

import java.util.function.Function;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.training.Task;

/** Where dropout acts: hidden activations on their way into a layer with weights. */
final class DropoutSites {
  private DropoutSites() {}

  /** The raw input is left whole. */
  static boolean isInner(Site site) {
    return site.kind().hasWeights() && site.depth() > 0;
  }

  static boolean hasHidden(Task task) {
    return task.network().sites().stream().anyMatch(DropoutSites::isInner);
  }

  /** The network with a dropout at each of the sites. */
  static Network drop(Network network, Function<Site, IDropout> dropout) {
    Network next = network;
    for (Site site : network.sites()) {
      if (isInner(site)) {
        next =
            next.mapLayers(
                other -> other.name().equals(site.name()),
                layer -> {
                  layer.setIDropout(dropout.apply(site));
                  return layer;
                });
      }
    }
    return next;
  }
}
