package org.hone.engine.training.carried;

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

/**
 * Group normalization at work: y = gamma * (x - mean) / sqrt(var + eps) + beta over each group of
 * channels.
 */
final class GroupNormLayer extends BaseLayer<GroupNorm> {
  private static final double EPS = 1e-5;

  GroupNormLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray normal = normal(input).reshape('c', channelled(input));
    INDArray scaled = normal.mul(channel(GroupNormParameters.SCALE));
    return workspaces.leverageTo(
        ArrayType.ACTIVATIONS,
        scaled.addi(channel(GroupNormParameters.SHIFT)).reshape('c', input.shape()));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray normal = normal(input);
    INDArray delta = epsilon.dup('c').reshape('c', channelled(input));
    Gradient gradient = new DefaultGradient();
    put(gradient, GroupNormParameters.SCALE, delta.mul(normal.reshape('c', channelled(input))));
    put(gradient, GroupNormParameters.SHIFT, delta);
    INDArray inner = grouped(delta.mul(channel(GroupNormParameters.SCALE)));
    INDArray along = normal.mulColumnVector(inner.mul(normal).mean(true, 1));
    INDArray result =
        inner.subColumnVector(inner.mean(true, 1)).subi(along).divColumnVector(deviation(input));
    return Pair.of(
        gradient,
        workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, result.reshape('c', input.shape())));
  }

  private void put(Gradient gradient, String key, INDArray perPlace) {
    INDArray view = gradientViews.get(key);
    view.assign(perPlace.sum(0, 2));
    gradient.setGradientFor(key, view);
  }

  /** [rows, channels, places]. */
  private long[] channelled(INDArray array) {
    long channels = layerConf().getChannels();
    return new long[] {array.size(0), channels, array.length() / (array.size(0) * channels)};
  }

  /** [rows * groups, places of a group]. */
  private INDArray grouped(INDArray array) {
    long lines = array.size(0) * layerConf().getGroups();
    return array.dup('c').reshape('c', lines, array.length() / lines);
  }

  private INDArray deviation(INDArray array) {
    INDArray variance = grouped(array).var(false, 1);
    return Transforms.sqrt(variance.reshape(variance.length(), 1).addi(EPS));
  }

  private INDArray normal(INDArray array) {
    INDArray groups = grouped(array);
    return groups.subColumnVector(groups.mean(true, 1)).diviColumnVector(deviation(array));
  }

  private INDArray channel(String key) {
    return getParam(key).reshape(1, layerConf().getChannels(), 1);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
