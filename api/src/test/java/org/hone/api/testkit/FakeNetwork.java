package org.hone.api.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Block;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.WeightSource;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * A network that is only described: it has sites with real layer configurations for techniques to
 * decide by and to edit, but no weights. Inserts and merges are noted, not wired.
 */
final class FakeNetwork implements Network {
  private final Optional<Architecture> architecture;
  private final int outputs;
  private final List<Site> sites;
  private final List<String> notes;
  private final Optional<WeightSource> pretrained;

  private FakeNetwork(
      Optional<Architecture> architecture,
      int outputs,
      List<Site> sites,
      List<String> notes,
      Optional<WeightSource> pretrained) {
    this.architecture = architecture;
    this.outputs = outputs;
    this.sites = List.copyOf(sites);
    this.notes = List.copyOf(notes);
    this.pretrained = pretrained;
  }

  static FakeNetwork of(Architecture architecture, int outputs) {
    List<Layer> layers = new ArrayList<>(architecture.match(new FakeLayers()));
    layers.add(new OutputLayer.Builder(new LossMCXENT()).nOut(outputs).build());
    return new FakeNetwork(
        Optional.of(architecture), outputs, sites(layers), List.of(), Optional.empty());
  }

  /** A network of such layers that nobody planned. */
  static FakeNetwork own(Architecture like, int outputs) {
    List<Site> sites = of(like, outputs).sites;
    return new FakeNetwork(Optional.empty(), outputs, sites, List.of(), Optional.empty());
  }

  private static List<Site> sites(List<Layer> layers) {
    int hidden = (int) layers.stream().filter(layer -> kind(layer).hasWeights()).count() - 1;
    List<Site> sites = new ArrayList<>();
    int depth = 0;
    for (Layer layer : layers) {
      Site.Kind kind = kind(layer);
      sites.add(new Site("layer-" + (sites.size() + 1), kind, layer, depth, hidden));
      depth += kind.hasWeights() ? 1 : 0;
    }
    return sites;
  }

  private static Site.Kind kind(Layer layer) {
    if (layer instanceof OutputLayer) {
      return Site.Kind.OUTPUT;
    }
    if (layer instanceof ConvolutionLayer) {
      return Site.Kind.CONVOLUTION;
    }
    if (layer instanceof LSTM) {
      return Site.Kind.RECURRENT;
    }
    if (layer instanceof EmbeddingSequenceLayer) {
      return Site.Kind.EMBEDDING;
    }
    if (layer instanceof DenseLayer) {
      return Site.Kind.DENSE;
    }
    if (layer instanceof SubsamplingLayer) {
      return Site.Kind.POOLING;
    }
    return layer instanceof BatchNormalization ? Site.Kind.NORMALIZATION : Site.Kind.OTHER;
  }

  private FakeNetwork with(List<Site> otherSites, String note) {
    List<String> more = new ArrayList<>(notes);
    if (!note.isEmpty()) {
      more.add(note);
    }
    return new FakeNetwork(architecture, outputs, otherSites, more, pretrained);
  }

  @Override
  public List<Site> sites() {
    return sites;
  }

  @Override
  public Optional<Architecture> architecture() {
    return architecture;
  }

  @Override
  public Network rebuild(UnaryOperator<Architecture> edit) {
    Architecture plan =
        architecture.orElseThrow(() -> new IllegalStateException("nobody planned this network"));
    FakeNetwork anew = of(edit.apply(plan), outputs);
    return pretrained.map(anew::withPretrained).orElse(anew);
  }

  @Override
  public Network mapLayers(Predicate<Site> where, UnaryOperator<Layer> edit) {
    return with(
        sites.stream().map(site -> where.test(site) ? edited(site, edit) : site).toList(), "");
  }

  private static Site edited(Site site, UnaryOperator<Layer> edit) {
    Layer layer = edit.apply(site.layer().clone());
    return new Site(site.name(), site.kind(), layer, site.depth(), site.hiddenLayers());
  }

  @Override
  public Network insert(Predicate<Site> where, Side side, Function<Site, Layer> layer) {
    FakeNetwork next = this;
    for (Site site : sites) {
      if (where.test(site)) {
        next = next.with(next.sites, "%s %s: %s".formatted(side, site.name(), layer.apply(site)));
      }
    }
    return next;
  }

  @Override
  public Network mergeBlocks(int branches, Function<Block, GraphVertex> merge) {
    List<Site> hidden = sites.stream().filter(Site::isHidden).toList();
    FakeNetwork next = this;
    for (int i = 0; i < hidden.size(); i++) {
      Block block = new Block(List.of(hidden.get(i)), i, hidden.size());
      next = next.with(sites, "merge of %d: %s".formatted(branches, merge.apply(block)));
    }
    return next;
  }

  @Override
  public Network mapLoss(UnaryOperator<ILossFunction> wrap) {
    return with(sites, "loss: " + wrap.apply(new LossMCXENT()));
  }

  @Override
  public Network weightsFrom(WeightSource source) {
    return with(sites, "weights: given");
  }

  @Override
  public Optional<WeightSource> pretrained() {
    return pretrained;
  }

  @Override
  public Network withPretrained(WeightSource source) {
    return new FakeNetwork(architecture, outputs, sites, notes, Optional.of(source));
  }

  /** Addresses of objects are left out: they differ from run to run. */
  @Override
  public String describe() {
    String layers = sites.stream().map(FakeNetwork::describe).collect(Collectors.joining("\n"));
    return (layers + "\n" + String.join("\n", notes)).replaceAll("@[0-9a-f]+", "");
  }

  private static String describe(Site site) {
    return "%s: %s dropout=%s constraints=%s"
        .formatted(
            site.name(), site.layer(), site.layer().getIDropout(), site.layer().getConstraints());
  }

  @Override
  public String toString() {
    return describe();
  }
}
