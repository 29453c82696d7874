package org.hone.engine.training.carried;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A scale and a shift for each channel. */
final class GroupNormParameters implements ParamInitializer {
  static final String SCALE = "gamma";
  static final String SHIFT = "beta";

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return 2 * ((GroupNorm) layer).getChannels();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return List.of(SCALE, SHIFT);
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
    if (initialize) {
      arrays.get(SCALE).assign(1);
      arrays.get(SHIFT).assign(0);
    }
    arrays.keySet().forEach(conf::addVariable);
    return arrays;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray flat) {
    long channels = ((GroupNorm) conf.getLayer()).getChannels();
    INDArray line = flat.reshape(2 * channels);
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    arrays.put(SCALE, line.get(NDArrayIndex.interval(0, channels)));
    arrays.put(SHIFT, line.get(NDArrayIndex.interval(channels, 2 * channels)));
    return arrays;
  }
}
