package org.hone.engine.kernel;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A batch norm within a frozen layer, which computes as at inference: a factor and a summand for
 * each channel. Deeplearning4j's own way back is that of training, and fails here.
 *
 * <pre>{@code dL/dx = dL/dy * gamma / sqrt(variance + eps)}</pre>
 */
final class StillBatchNorm extends BatchNormalization {
  StillBatchNorm(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    boolean last = epsilon.rank() > 2 && layerConf().getCnn2DFormat() == CNN2DFormat.NHWC;
    INDArray result =
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, epsilon.dataType(), epsilon.shape(), 'c');
    INDArray unused =
        Nd4j.getExecutioner()
            .exec(new BroadcastMulOp(epsilon, factors(), result, last ? epsilon.rank() - 1 : 1));
    return Pair.of(new DefaultGradient(), result);
  }

  /** Of each channel, [channels]. */
  private INDArray factors() {
    INDArray deviations = Transforms.sqrt(variance().addi(layerConf().getEps()), false);
    INDArray factors =
        layerConf().isLockGammaBeta()
            ? deviations.rdivi(layerConf().getGamma())
            : getParam(BatchNormalizationParamInitializer.GAMMA).div(deviations);
    return factors.reshape(factors.length());
  }

  /** In an array of its own. */
  private INDArray variance() {
    return layerConf().isUseLogStd()
        ? Transforms.exp(
            getParam(BatchNormalizationParamInitializer.GLOBAL_LOG_STD).mul(2 * Math.log(10)),
            false)
        : getParam(BatchNormalizationParamInitializer.GLOBAL_VAR).dup();
  }
}
