package org.hone.engine.kernel;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's dense layer, whose activations at inference stay column by column as BLAS writes
 * them, and get bias and rectifier in one pass. In training it is Deeplearning4j's own.
 */
final class FusedDense extends DenseLayer {
  FusedDense(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    if (training || maskArray != null) {
      return super.activate(training, workspaces);
    }
    return DensePrediction.activations(
            input, params, layerConf().getActivationFn(), 'f', workspaces)
        .orElseGet(() -> super.activate(false, workspaces));
  }
}
