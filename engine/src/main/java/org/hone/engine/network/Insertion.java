package org.hone.engine.network;

import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.recipe.Network.Side;
import org.hone.api.recipe.Site;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Puts a layer before another, behind it, or before its activation. */
final class Insertion {
  private Insertion() {}

  static Topology at(Topology topology, Site site, Side side, Layer layer) {
    if (site.kind() == Site.Kind.OUTPUT && side != Side.BEFORE) {
      throw new IllegalArgumentException(
          "nothing can be inserted behind the output '%s'".formatted(site.name()));
    }
    String kind = layer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String name = topology.unused(site.name() + "-" + kind);
    Node.OfLayer added = new Node.OfLayer(name, layer, List.of(site.name()));
    String activation = activationOf(site);
    return switch (side) {
      case BEFORE -> topology.before(site.name(), added);
      case AFTER -> behind(topology, activated(topology, site), added);
      case AFTER_NORMALIZATION -> {
        String last = normalized(topology, activated(topology, site));
        yield topology.feedsNormalization(last) ? topology : behind(topology, last, added);
      }
      case BEFORE_ACTIVATION -> splitActivation(topology, site).before(activation, added);
    };
  }

  private static Topology behind(Topology topology, String last, Node.OfLayer added) {
    return topology.behind(last, (Node.OfLayer) added.withInputs(List.of(last)));
  }

  /** The layer, or its activation where that is a node of its own. */
  private static String activated(Topology topology, Site site) {
    String activation = activationOf(site);
    return topology.contains(activation) ? activation : site.name();
  }

  /** The end of the normalizations and activations that follow one behind the other. */
  private static String normalized(Topology topology, String name) {
    List<Node> next = topology.consumers(name).toList();
    boolean goesOn =
        next.size() == 1
            && next.get(0) instanceof Node.OfLayer layer
            && (layer.kind() == Site.Kind.NORMALIZATION
                || layer.layer() instanceof ActivationLayer);
    return goesOn ? normalized(topology, next.get(0).name()) : name;
  }

  private static String activationOf(Site site) {
    return site.name() + "-activation";
  }

  /**
   * Moves the activation of a layer to a node of its own behind it, unless that was done before.
   */
  private static Topology splitActivation(Topology topology, Site site) {
    if (topology.contains(activationOf(site))) {
      return topology;
    }
    Node.OfLayer node = (Node.OfLayer) topology.node(site.name());
    Layer copy = node.layer().clone();
    if (!(Kinds.unwrapped(copy) instanceof BaseLayer linear)
        || site.kind() == Site.Kind.RECURRENT) {
      throw new IllegalArgumentException("layer '%s' has no activation".formatted(site.name()));
    }
    IActivation activation = linear.getActivationFn();
    linear.setActivationFn(new ActivationIdentity());
    Layer moved = new ActivationLayer.Builder().activation(activation).build();
    return topology
        .replace(node.withLayer(copy))
        .behind(site.name(), new Node.OfLayer(activationOf(site), moved, List.of(site.name())));
  }
}
