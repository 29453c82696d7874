package org.hone.engine.network;

import java.util.Optional;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.util.MaskLayer;
import org.hone.api.recipe.LayerPlan;
import org.hone.api.training.InputShape;
import org.nd4j.linalg.activations.Activation;

/** Puts layers that somebody wrote down one behind the other. */
final class WrittenLayers implements LayerPlan.Cases<Chain> {
  private final Chain chain;
  private final InputShape input;
  private final Activation activation;
  private final Memory memory;
  private LayerPlan.Form form;
  private double dropout;

  /**
   * @param activation of layers that have none of their own
   */
  WrittenLayers(Chain chain, InputShape input, Activation activation) {
    this.chain = chain;
    this.input = input;
    this.activation = activation;
    memory = new Memory(chain);
    form = input.kind().form();
  }

  /** What enters the output. */
  Chain close() {
    memory.keepLastStep();
    if (dropout > 0) {
      chain.dropOutOfOutput(dropout);
    }
    return chain;
  }

  private Chain put(LayerPlan plan, String kind, Layer layer) {
    form = plan.after(form);
    chain.add(kind, layer);
    return chain;
  }

  /** With the dropout that was written before it. */
  private Layer dropped(Layer layer) {
    if (dropout > 0) {
      layer.setIDropout(new Dropout(1 - dropout));
    }
    dropout = 0;
    return layer;
  }

  private Activation orUsual(Optional<Activation> own) {
    return own.orElse(activation);
  }

  @Override
  public Chain dense(LayerPlan.Dense dense) {
    memory.keepLastStep();
    Activation chosen = orUsual(dense.activation());
    return put(dense, "dense", dropped(PlainLayers.dense(dense.units(), chosen)));
  }

  @Override
  public Chain convolution(LayerPlan.Convolution plan) {
    Activation chosen = orUsual(plan.activation());
    if (form == LayerPlan.Form.PLACES) {
      Layer square = PlainLayers.convolution(plan.kernel(), plan.stride(), plan.filters(), chosen);
      return put(plan, "conv", dropped(square));
    }
    if (dropout > 0) {
      throw new IllegalArgumentException("dropout cannot stand before a conv over steps");
    }
    memory.keepAllSteps();
    // windows at the end reach into the padding
    chain.add("mask", new MaskLayer());
    return put(plan, "conv", PlainLayers.stepConvolution(plan.kernel(), 1, plan.filters(), chosen));
  }

  @Override
  public Chain pooling(LayerPlan.Pooling pooling) {
    return put(
        pooling,
        "pool",
        new SubsamplingLayer.Builder(
                pooling.kind() == LayerPlan.Pool.MAX
                    ? SubsamplingLayer.PoolingType.MAX
                    : SubsamplingLayer.PoolingType.AVG)
            .kernelSize(pooling.size(), pooling.size())
            .stride(pooling.stride(), pooling.stride())
            .build());
  }

  @Override
  public Chain globalPooling(LayerPlan.GlobalPooling pooling) {
    memory.keepAllSteps();
    PoolingType type = pooling.kind() == LayerPlan.Pool.MAX ? PoolingType.MAX : PoolingType.AVG;
    return put(pooling, "pool", PlainLayers.globalPooling(type));
  }

  @Override
  public Chain batchNorm(LayerPlan.BatchNorm norm) {
    return put(norm, "norm", new BatchNormalization.Builder().build());
  }

  @Override
  public Chain dropout(LayerPlan.Dropout plan) {
    form = plan.after(form);
    dropout = plan.rate();
    return chain;
  }

  @Override
  public Chain lstm(LayerPlan.Lstm lstm) {
    form = lstm.after(form);
    memory.add(dropped(PlainLayers.lstm(lstm.units(), lstm.activation())), lstm.bidirectional());
    return chain;
  }

  @Override
  public Chain embedding(LayerPlan.Embedding embedding) {
    return put(
        embedding,
        "embedding",
        PlainLayers.embedding(input.sizes().get(0), input.sizes().get(1), embedding.size()));
  }
}
