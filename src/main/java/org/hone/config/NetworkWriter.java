package org.hone.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hone.api.recipe.Architecture;

/** The section {@code network} as its file would say it: inverse of {@link NetworkReader}. */
final class NetworkWriter implements Architecture.Cases<Map<String, Object>> {
  private final Map<String, Object> tree = new LinkedHashMap<>();

  private NetworkWriter() {}

  static Map<String, Object> write(Architecture plan) {
    Map<String, Object> tree = plan.match(new NetworkWriter());
    tree.put("activation", NetworkReader.word(plan.activation()));
    return tree;
  }

  @Override
  public Map<String, Object> mlp(Architecture.Mlp mlp) {
    tree.put("mlp", mlp.hidden());
    return tree;
  }

  @Override
  public Map<String, Object> cnn(Architecture.Cnn cnn) {
    tree.put("cnn", cnn.channels());
    tree.put("dense", cnn.dense());
    return tree;
  }

  @Override
  public Map<String, Object> residualCnn(Architecture.ResidualCnn cnn) {
    tree.put("cnn", cnn.channels());
    tree.put("residual", true);
    return tree;
  }

  @Override
  public Map<String, Object> lstm(Architecture.Lstm lstm) {
    tree.put("lstm", lstm.units());
    tree.put("bidirectional", lstm.bidirectional());
    tree.put("embedding", lstm.embedding());
    return tree;
  }

  @Override
  public Map<String, Object> textCnn(Architecture.TextCnn cnn) {
    tree.put("text-cnn", cnn.filters());
    tree.put("widths", cnn.widths());
    tree.put("embedding", cnn.embedding());
    return tree;
  }

  @Override
  public Map<String, Object> layers(Architecture.Layers layers) {
    LayerWriter writer = new LayerWriter();
    tree.put("layers", layers.layers().stream().map(layer -> layer.match(writer)).toList());
    return tree;
  }
}
