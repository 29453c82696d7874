package org.hone.api.testkit;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.hone.api.recipe.Architecture;
import org.nd4j.linalg.activations.Activation;

/** The layers before the output of a network that is only described, one behind the other. */
final class FakeLayers implements Architecture.Cases<List<Layer>> {
  @Override
  public List<Layer> mlp(Architecture.Mlp mlp) {
    return mlp.hidden().stream().map(units -> dense(units, mlp.activation())).toList();
  }

  @Override
  public List<Layer> cnn(Architecture.Cnn cnn) {
    List<Layer> layers = new ArrayList<>();
    for (int channels : cnn.channels()) {
      layers.add(convolution(channels, cnn.activation()));
      layers.add(new SubsamplingLayer.Builder().kernelSize(2, 2).build());
    }
    layers.add(dense(cnn.dense(), cnn.activation()));
    return layers;
  }

  @Override
  public List<Layer> residualCnn(Architecture.ResidualCnn cnn) {
    return cnn.channels().stream()
        .map(channels -> convolution(channels, cnn.activation()))
        .toList();
  }

  @Override
  public List<Layer> lstm(Architecture.Lstm lstm) {
    return lstm.units().stream()
        .<Layer>map(units -> new LSTM.Builder().nOut(units).activation(lstm.activation()).build())
        .toList();
  }

  @Override
  public List<Layer> textCnn(Architecture.TextCnn cnn) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new EmbeddingSequenceLayer.Builder().nOut(cnn.embedding()).build());
    cnn.widths().forEach(width -> layers.add(convolution(cnn.filters(), cnn.activation())));
    return layers;
  }

  /** A dense layer for each that is written down. */
  @Override
  public List<Layer> layers(Architecture.Layers layers) {
    return layers.layers().stream().map(layer -> dense(1, layers.activation())).toList();
  }

  private static Layer dense(int units, Activation activation) {
    return new DenseLayer.Builder().nOut(units).activation(activation).build();
  }

  private static Layer convolution(int channels, Activation activation) {
    return new ConvolutionLayer.Builder(3, 3).nOut(channels).activation(activation).build();
  }
}
