package org.hone.engine.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.hone.api.recipe.Site;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * A model as Keras 1 or 2 saved it (HDF5), sequential or functional, of dense layers. Its last
 * layer becomes the output, with the loss that goes with its activation.
 */
final class KerasFile {
  private static final byte[] SIGNATURE =
      "\u0089HDF\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final String MODEL = "model_config";

  private KerasFile() {}

  /** Whether a file is HDF5, by its first bytes. */
  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
    }
  }

  /**
   * Reads the network with its weights.
   *
   * @throws IllegalArgumentException if it cannot be read; the message does not name the file
   */
  static NetworkFile read(Path file) {
    try {
      NetworkFile read = imported(file.toString());
      read.topology().sites().forEach(KerasFile::requireDense);
      return new NetworkFile(withOutput(read.topology()), read.weights());
    } catch (IOException
        | InvalidKerasConfigurationException
        | UnsupportedKerasConfigurationException e) {
      throw unreadable(e);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw unreadable(e);
    }
  }

  private static IllegalArgumentException unreadable(Throwable e) {
    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new IllegalArgumentException(
        "cannot be read as a model of Keras: " + reason.replaceFirst("\\.? Please file.*", ""), e);
  }

  private static NetworkFile imported(String file)
      throws IOException,
          InvalidKerasConfigurationException,
          UnsupportedKerasConfigurationException {
    return isSequential(file)
        ? NetworkFile.of(KerasModelImport.importKerasSequentialModelAndWeights(file, false))
        : NetworkFile.of(KerasModelImport.importKerasModelAndWeights(file, false));
  }

  private static boolean isSequential(String file)
      throws IOException, UnsupportedKerasConfigurationException {
    // what is wrong is said by exceptions; HDF5 would print it too, call by call
    org.bytedeco.hdf5.Exception.dontPrint();
    try (Hdf5Archive archive = new Hdf5Archive(file)) {
      if (!archive.hasAttribute(MODEL)) {
        throw new IllegalArgumentException(
            "is HDF5 without a network of Keras in it; save the model as a whole");
      }
      String model = archive.readAttributeAsString(MODEL);
      return NeuralNetConfiguration.mapper()
          .readTree(model)
          .path("class_name")
          .asText()
          .equals("Sequential");
    }
  }

  private static void requireDense(Site site) {
    if (List.of(Site.Kind.CONVOLUTION, Site.Kind.RECURRENT, Site.Kind.POOLING, Site.Kind.EMBEDDING)
        .contains(site.kind())) {
      throw new IllegalArgumentException(
          "layer '%s' is over images, sequences or texts, whose axes Keras has in another order; models of dense layers are read"
              .formatted(site.name()));
    }
  }

  /** A last layer that is dense, or an activation behind one, is an output. */
  private static Topology withOutput(Topology topology) {
    Node last = topology.node(topology.output());
    if (last instanceof Node.OfLayer end
        && end.layer() instanceof ActivationLayer alone
        && topology.node(end.inputs().get(0)) instanceof Node.OfLayer before
        && before.layer() instanceof DenseLayer dense) {
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
