package org.hone.api.layer;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A {@link Normalization} at work. */
final class NormalizationLayer extends BaseLayer<Normalization> {
  private static final long serialVersionUID = 1;
  private static final double EPS = 1e-5;

  /**
   * The input with one line for each group of each row.
   *
   * @param normal [rows * groups, elements of a group], standardised
   * @param deviation [rows * groups, 1]
   */
  private record Standardised(INDArray normal, INDArray deviation) {}

  NormalizationLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray output =
        standardised()
            .normal()
            .reshape('c', channelled())
            .mul(channel(NormalizationParameters.SCALE));
    if (layerConf().isCentred()) {
      output.addi(channel(NormalizationParameters.SHIFT));
    }
    return workspaces.leverageTo(ArrayType.ACTIVATIONS, output.reshape('c', input.shape()));
  }

  /**
   * With d = dL/dy * gamma and the means over a group, <code>
   * dL/dx = (d - mean(d) - n * mean(d * n)) / deviation</code>, where n is the standardised input;
   * without mean(d) if the mean was not taken off.
   */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    Standardised line = standardised();
    INDArray normal = line.normal();
    INDArray outer = epsilon.dup('c').reshape('c', channelled());
    Gradient gradient = new DefaultGradient();
    INDArray perPlace = outer.mul(normal.reshape('c', channelled()));
    put(gradient, NormalizationParameters.SCALE, perPlace);
    if (layerConf().isCentred()) {
      put(gradient, NormalizationParameters.SHIFT, outer);
    }
    INDArray inner = grouped(outer.mul(channel(NormalizationParameters.SCALE)));
    INDArray result = inner.sub(normal.mulColumnVector(inner.mul(normal).mean(true, 1)));
    if (layerConf().isCentred()) {
      result.subiColumnVector(inner.mean(true, 1));
    }
    result.diviColumnVector(line.deviation());
    return Pair.of(
        gradient,
        workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, result.reshape('c', input.shape())));
  }

  private void put(Gradient gradient, String key, INDArray perPlace) {
    INDArray view = Objects.requireNonNull(gradientViews.get(key));
    view.assign(perPlace.sum(0, 2));
    gradient.setGradientFor(key, view);
  }

  private Standardised standardised() {
    INDArray groups = grouped(input);
    if (layerConf().isCentred()) {
      groups.subiColumnVector(groups.mean(true, 1));
    }
    INDArray square = groups.mul(groups).mean(true, 1);
    INDArray deviation = Transforms.sqrt(square.addi(EPS), false);
    return new Standardised(groups.diviColumnVector(deviation), deviation);
  }

  /** [rows, channels, places]. */
  private long[] channelled() {
    long channels = layerConf().getChannels();
    return new long[] {input.size(0), channels, input.length() / (input.size(0) * channels)};
  }

  /** A copy as [rows * groups, elements of a group]. */
  private INDArray grouped(INDArray array) {
    long lines = input.size(0) * layerConf().groups();
    return array.dup('c').reshape('c', lines, array.length() / lines);
  }

  private INDArray channel(String key) {
    return getParam(key).reshape(1, layerConf().getChannels(), 1);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
