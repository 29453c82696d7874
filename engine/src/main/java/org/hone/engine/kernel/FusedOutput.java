package org.hone.engine.kernel;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's output layer, whose predictions get bias and softmax in one pass. In training it
 * is Deeplearning4j's own.
 */
final class FusedOutput extends OutputLayer {

  FusedOutput(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    if (training || maskArray != null) {
      return super.activate(training, workspaces);
    }
    return DensePrediction.activations(
            input, params, layerConf().getActivationFn(), 'c', workspaces)
        .orElseGet(() -> super.activate(false, workspaces));
  }
}
