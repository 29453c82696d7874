package org.hone.engine.kernel;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's dense layer, whose activations at inference stay column by column as BLAS writes
 * them, and get bias and rectifier in one pass. In training it is Deeplearning4j's own.
 */
final class FusedDense extends DenseLayer {
  private static final IActivation RECTIFIER = new ActivationReLU();

  FusedDense(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    if (training || maskArray != null || !DensePrediction.isPlain(input, params)) {
      return super.activate(training, workspaces);
    }
    INDArray outputs =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS,
            DataType.FLOAT,
            new long[] {input.size(0), layerConf().getNOut()},
            'f');
    IActivation activation = layerConf().getActivationFn();
    boolean rectified = activation.equals(RECTIFIER);
    DensePrediction.fill(
        input,
        getParam(DefaultParamInitializer.WEIGHT_KEY),
        getParam(DefaultParamInitializer.BIAS_KEY),
        outputs,
        rectified);
    return rectified ? outputs : activation.getActivation(outputs, false);
  }
}
