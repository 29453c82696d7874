package org.hone.api.layer;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Standardises each row by itself, over groups of its channels, so that a row is treated alike in
 * training and at inference, whatever the batch. The channels of a table are its columns; those of
 * an image are each as large as the image.
 *
 * <pre>{@code
 * centred:  y = gamma * (x - mean) / sqrt(var + eps) + beta
 * else:     y = gamma * x / sqrt(mean(x^2) + eps)
 * }</pre>
 *
 * Mean and variance are those of a group; gamma and beta are learnt for each channel, and no weight
 * penalty draws them to zero. One group is layer normalization, one for each channel instance
 * normalization. Channels come first in an array: [rows, channels, ...].
 *
 * @see <a href="https://arxiv.org/abs/1803.08494">Wu and He, ECCV 2018</a>
 */
public final class Normalization extends BaseLayer {
  private static final long serialVersionUID = 1;

  private int mostGroups;
  private boolean centred;
  private long channels;

  /** For Deeplearning4j, which fills it when it reads a model. */
  public Normalization() {}

  private Normalization(int mostGroups, boolean centred) {
    this.mostGroups = mostGroups;
    this.centred = centred;
  }

  /**
   * Over groups of equally many channels.
   *
   * @param mostGroups of the numbers that divide the channels, the largest that is not above it
   */
  public static Normalization ofGroups(int mostGroups) {
    if (mostGroups < 1) {
      throw new IllegalArgumentException("there is at least 1 group, but groups=" + mostGroups);
    }
    return new Normalization(mostGroups, true);
  }

  /** Over all channels of a row. */
  public static Normalization ofRows() {
    return ofGroups(1);
  }

  /** Over each channel of a row. */
  public static Normalization ofChannels() {
    return ofGroups(Integer.MAX_VALUE);
  }

  /** Over all channels of a row, by their root mean square: without mean and shift. */
  public static Normalization ofRootMeanSquare() {
    return new Normalization(1, false);
  }

  /** How many groups there are at most. */
  public int getMostGroups() {
    return mostGroups;
  }

  /** For Deeplearning4j. */
  public void setMostGroups(int mostGroups) {
    this.mostGroups = mostGroups;
  }

  /** Whether the mean is taken off, and a shift learnt. */
  public boolean isCentred() {
    return centred;
  }

  /** For Deeplearning4j. */
  public void setCentred(boolean centred) {
    this.centred = centred;
  }

  /** How many channels come in; 0 until the network is put together. */
  public long getChannels() {
    return channels;
  }

  /** For Deeplearning4j. */
  public void setChannels(long channels) {
    this.channels = channels;
  }

  /** How many groups the channels fall into. */
  long groups() {
    long groups = Math.min(mostGroups, channels);
    while (channels % groups != 0) {
      groups--;
    }
    return groups;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    NormalizationLayer layer = new NormalizationLayer(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return new NormalizationParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input;
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    if (input instanceof InputType.InputTypeConvolutional image) {
      requireFirst(image.getFormat() == CNN2DFormat.NCHW);
      channels = image.getChannels();
    } else if (input instanceof InputType.InputTypeRecurrent sequence) {
      requireFirst(sequence.getFormat() == RNNFormat.NCW);
      channels = sequence.getSize();
    } else {
      channels = input.getShape()[0];
    }
  }

  private void requireFirst(boolean first) {
    if (!first) {
      throw new IllegalArgumentException(
          "normalization '%s' needs channels before places ([rows, channels, ...])"
              .formatted(getLayerName()));
    }
  }

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  @Override
  public boolean isPretrainParam(String name) {
    return false;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    long parameters = initializer().numParams(this);
    return new LayerMemoryReport.Builder(getLayerName(), Normalization.class, input, input)
        .standardMemory(parameters, parameters)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Normalization that
        && super.equals(other)
        && that.mostGroups == mostGroups
        && that.centred == centred
        && that.channels == channels;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), mostGroups, centred, channels);
  }

  @Override
  public String toString() {
    String groups = mostGroups == Integer.MAX_VALUE ? "channels" : String.valueOf(mostGroups);
    return "Normalization(groups=%s, centred=%s)".formatted(groups, centred);
  }
}
