package org.hone.engine.training.carried;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Group normalization (Wu and He, ECCV 2018), as an author of techniques might write it: its
 * configuration.
 */
public final class GroupNorm extends BaseLayer {
  private int groups;
  private long channels;

  /** For JSON. */
  public GroupNorm() {}

  public GroupNorm(int groups) {
    this.groups = groups;
  }

  public int getGroups() {
    return groups;
  }

  public void setGroups(int groups) {
    this.groups = groups;
  }

  public long getChannels() {
    return channels;
  }

  public void setChannels(long channels) {
    this.channels = channels;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    GroupNormLayer layer = new GroupNormLayer(conf, type);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return new GroupNormParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input;
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    channels = input.getShape()[0];
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  @Override
  public boolean isPretrainParam(String name) {
    return false;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    throw new UnsupportedOperationException("nobody asks");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupNorm that
        && super.equals(other)
        && that.groups == groups
        && that.channels == channels;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), groups, channels);
  }
}
