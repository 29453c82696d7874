package org.hone.engine.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.hone.engine.network.keras.KerasModel;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * A model of Keras as a network with its weights. Its last dense layer becomes the output, with the
 * loss that goes with its activation.
 */
final class KerasFile {
  private KerasFile() {}

  /**
   * Reads the network with its weights.
   *
   * @throws IllegalArgumentException if it cannot be read; the message does not name the file
   */
  static NetworkFile read(Path file) {
    KerasModel model = KerasModel.read(file);
    return new NetworkFile(
        withOutput(Conversion.of(model.configuration())),
        Optional.of(BothDirections.apart(model::weights)));
  }

  /** A last layer that is dense, or an activation behind one without, is an output. */
  private static Topology withOutput(Topology topology) {
    Node last = topology.node(topology.output());
    if (last instanceof Node.OfLayer end
        && end.layer() instanceof ActivationLayer alone
        && topology.contains(end.inputs().get(0))
        && topology.node(end.inputs().get(0)) instanceof Node.OfLayer before
        && before.layer() instanceof DenseLayer dense
        && dense.getActivationFn() instanceof ActivationIdentity) {
      List<Node> others =
          topology.nodes().stream().filter(node -> !node.name().equals(end.name())).toList();
      Topology shorter = new Topology(others, before.name());
      return shorter.replace(before.withLayer(output(dense, alone.getActivationFn())));
    }
    return last instanceof Node.OfLayer end
            && end.layer() instanceof DenseLayer dense
            && isOfOutputs(dense.getActivationFn())
        ? topology.replace(end.withLayer(output(dense, dense.getActivationFn())))
        : topology;
  }

  private static boolean isOfOutputs(IActivation activation) {
    return activation instanceof ActivationSoftmax
        || activation instanceof ActivationSigmoid
        || activation instanceof ActivationIdentity;
  }

  private static OutputLayer output(DenseLayer dense, IActivation activation) {
    OutputLayer output =
        new OutputLayer.Builder()
            .lossFunction(loss(activation))
            .nIn(dense.getNIn())
            .nOut(dense.getNOut())
            .activation(activation)
            .hasBias(dense.hasBias())
            .build();
    output.setLayerName(dense.getLayerName());
    return output;
  }

  private static ILossFunction loss(IActivation activation) {
    if (activation instanceof ActivationSoftmax) {
      return new LossMCXENT();
    }
    return activation instanceof ActivationSigmoid ? new LossBinaryXENT() : new LossMSE();
  }
}
