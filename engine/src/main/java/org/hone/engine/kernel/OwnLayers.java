package org.hone.engine.kernel;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.layers.recurrent.LastTimeStepLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Puts Hone's layers in the place of Deeplearning4j's in a graph, for those that are plain: the
 * same class, with nothing around it. Configuration and parameters stay as they are, so that a
 * saved model knows nothing of it.
 */
public final class OwnLayers {
  /** Says {@code off} for Deeplearning4j's own layers, and its own bits. */
  public static final String SWITCH = "hone.layers";

  private OwnLayers() {}

  /** Whether Hone's layers are used on this machine. */
  public static boolean areUsed() {
    return !"off".equals(System.getProperty(SWITCH))
        && Nd4j.getExecutioner() instanceof NativeOpExecutioner;
  }

  /** Puts them in. To be called after the graph's {@code init}, and before it has an updater. */
  public static void putInto(ComputationGraph graph) {
    keepStill(graph);
    if (!areUsed() || graph.getConfiguration().getDataType() != DataType.FLOAT) {
      return;
    }
    Neighbours neighbours = new Neighbours(graph.getConfiguration());
    Layer[] layers = graph.getLayers();
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex instanceof LayerVertex place
          && place.getLayer() instanceof LastTimeStepLayer wrapper) {
        ownFor(wrapper.getUnderlying(), place.getVertexName(), neighbours)
            .ifPresent(wrapper::setUnderlying);
      } else if (vertex instanceof LayerVertex place) {
        ownFor(place.getLayer(), place.getVertexName(), neighbours)
            .ifPresent(
                own -> {
                  replace(layers, place.getLayer(), own);
                  place.setLayer(own);
                });
      }
    }
  }

  /** What is frozen has a way back that Deeplearning4j lacks, whatever else is used. */
  private static void keepStill(ComputationGraph graph) {
    for (Layer layer : graph.getLayers()) {
      if (layer instanceof FrozenLayerWithBackprop frozen
          && frozen.getUnderlying().getClass() == BatchNormalization.class) {
        BatchNormalization norm = (BatchNormalization) frozen.getUnderlying();
        DataType type = graph.getConfiguration().getDataType();
        frozen.setUnderlying(filled(new StillBatchNorm(norm.conf(), type), norm));
      }
    }
  }

  private static void replace(Layer[] layers, Layer stock, Layer own) {
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] == stock) {
        layers[i] = own;
      }
    }
  }

  private static Optional<Layer> ownFor(Layer stock, String name, Neighbours neighbours) {
    Class<?> kind = stock.getClass();
    if (kind == LSTM.class) {
      LSTM lstm = (LSTM) stock;
      return FusedLstm.computes(lstm.layerConf())
          ? Optional.of(filled(new FusedLstm(lstm.conf(), DataType.FLOAT), lstm))
          : Optional.empty();
    }
    if (kind == BatchNormalization.class) {
      BatchNormalization norm = (BatchNormalization) stock;
      return FusedBatchNorm.computes(norm.layerConf())
          ? Optional.of(filled(new FusedBatchNorm(norm.conf(), DataType.FLOAT), norm))
          : Optional.empty();
    }
    if (kind == DenseLayer.class && neighbours.readAnyOrder(name)) {
      DenseLayer dense = (DenseLayer) stock;
      return Optional.of(filled(new FusedDense(dense.conf(), DataType.FLOAT), dense));
    }
    if (kind == OutputLayer.class) {
      OutputLayer output = (OutputLayer) stock;
      return Optional.of(filled(new FusedOutput(output.conf(), DataType.FLOAT), output));
    }
    if (kind == ConvolutionLayer.class && neighbours.isFirst(name)) {
      ConvolutionLayer convolution = (ConvolutionLayer) stock;
      return FirstConvolution.computes(convolution.layerConf())
          ? Optional.of(
              filled(new FirstConvolution(convolution.conf(), DataType.FLOAT), convolution))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Layer filled(BaseLayer<?> own, BaseLayer<?> stock) {
    own.setIndex(stock.getIndex());
    own.setParamsViewArray(stock.params());
    own.setParamTable(stock.paramTable());
    own.setConf(stock.conf());
    if (stock.getGradientsViewArray() != null) {
      own.setBackpropGradientsViewArray(stock.getGradientsViewArray());
    }
    return own;
  }
}
