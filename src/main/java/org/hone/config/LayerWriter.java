package org.hone.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.LayerPlan;
import org.nd4j.linalg.activations.Activation;

/** A layer of {@code network.layers} as its file would say it: inverse of {@link LayerReader}. */
final class LayerWriter implements LayerPlan.Cases<Map<String, Object>> {

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i].toString(), pairs[i + 1]);
    }
    return map;
  }

  private static Map<String, Object> with(
      Optional<Activation> activation, Map<String, Object> map) {
    activation.ifPresent(one -> map.put("activation", NetworkReader.word(one)));
    return map;
  }

  private static String word(LayerPlan.Pool kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Map<String, Object> dense(LayerPlan.Dense dense) {
    return with(dense.activation(), map("dense", dense.units()));
  }

  @Override
  public Map<String, Object> convolution(LayerPlan.Convolution plan) {
    return with(
        plan.activation(),
        map("conv", plan.filters(), "kernel", plan.kernel(), "stride", plan.stride()));
  }

  @Override
  public Map<String, Object> pooling(LayerPlan.Pooling plan) {
    return map("pool", word(plan.kind()), "size", plan.size(), "stride", plan.stride());
  }

  @Override
  public Map<String, Object> globalPooling(LayerPlan.GlobalPooling plan) {
    return map("global-pool", word(plan.kind()));
  }

  @Override
  public Map<String, Object> batchNorm(LayerPlan.BatchNorm norm) {
    return map("batch-norm", true);
  }

  @Override
  public Map<String, Object> dropout(LayerPlan.Dropout dropout) {
    return map("dropout", dropout.rate());
  }

  @Override
  public Map<String, Object> lstm(LayerPlan.Lstm lstm) {
    return with(
        Optional.of(lstm.activation()),
        map("lstm", lstm.units(), "bidirectional", lstm.bidirectional()));
  }

  @Override
  public Map<String, Object> embedding(LayerPlan.Embedding embedding) {
    return map("embedding", embedding.size());
  }
}
