package org.hone.api.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A scale for each channel and, if the mean is taken off, a shift; neither is a weight or a bias.
 */
final class NormalizationParameters implements ParamInitializer {
  static final String SCALE = "gamma";
  static final String SHIFT = "beta";

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return paramKeys(layer).size() * ((Normalization) layer).getChannels();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return ((Normalization) layer).isCentred() ? List.of(SCALE, SHIFT) : List.of(SCALE);
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of();
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return false;
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return false;
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray parameters, boolean initialize) {
    Map<String, INDArray> arrays = getGradientsFromFlattened(conf, parameters);
    arrays.forEach(
        (key, array) -> {
          conf.addVariable(key);
          if (initialize) {
            array.assign(key.equals(SCALE) ? 1 : 0);
          }
        });
    return arrays;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray flat) {
    long channels = ((Normalization) conf.getLayer()).getChannels();
    INDArray line = flat.reshape(flat.length());
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    for (String key : paramKeys(conf.getLayer())) {
      long from = arrays.size() * channels;
      arrays.put(key, line.get(NDArrayIndex.interval(from, from + channels)));
    }
    return arrays;
  }
}
