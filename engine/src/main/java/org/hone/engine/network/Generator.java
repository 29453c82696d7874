package org.hone.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.hone.api.recipe.Architecture;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Makes the nodes of a planned network. Hidden weights are drawn as He et al. propose for
 * rectifiers (2015, arXiv 1502.01852), output weights as Glorot and Bengio (AISTATS 2010).
 */
record Generator(InputShape input, Goal goal, int outputs) {

  InputType inputType() {
    List<Integer> sizes = input.sizes();
    return switch (input.kind()) {
      case TABLE -> InputType.feedForward(sizes.get(0));
      case IMAGE -> InputType.convolutional(sizes.get(0), sizes.get(1), sizes.get(2));
      case SEQUENCE -> InputType.recurrent(sizes.get(0), sizes.get(1));
      case TEXT -> InputType.feedForward(sizes.get(1));
    };
  }

  Topology generate(Architecture architecture) {
    List<Node> nodes = new ArrayList<>();
    if (architecture instanceof Architecture.Mlp mlp) {
      mlp.hidden().forEach(units -> append(nodes, "dense", dense(units, mlp.activation())));
    } else if (architecture instanceof Architecture.Cnn cnn) {
      convolutions(cnn, nodes);
      append(nodes, "dense", dense(cnn.dense(), cnn.activation()));
    }
    append(nodes, "output", outputLayer());
    return new Topology(nodes, nodes.get(nodes.size() - 1).name());
  }

  private void convolutions(Architecture.Cnn cnn, List<Node> nodes) {
    if (input.kind() != InputShape.Kind.IMAGE) {
      throw new IllegalArgumentException(
          "a cnn needs images, but the rows are a table of %s columns; give the data a shape, or use an mlp"
              .formatted(input.sizes().get(0)));
    }
    int side = Math.min(input.sizes().get(0), input.sizes().get(1));
    for (int channels : cnn.channels()) {
      append(nodes, "conv", convolution(channels, cnn.activation()));
      if (side >= 2) {
        append(nodes, "pool", pooling());
        side /= 2;
      }
    }
  }

  private static void append(List<Node> nodes, String kind, Layer layer) {
    long alike = nodes.stream().filter(node -> node.name().startsWith(kind + "-")).count();
    String before = nodes.isEmpty() ? Topology.INPUT : nodes.get(nodes.size() - 1).name();
    String name = kind.equals("output") ? kind : kind + "-" + (alike + 1);
    nodes.add(new Node.OfLayer(name, layer, List.of(before)));
  }

  private static Layer dense(int units, Activation activation) {
    return new DenseLayer.Builder()
        .nOut(units)
        .activation(activation)
        .weightInit(WeightInit.RELU)
        .build();
  }

  private static Layer convolution(int channels, Activation activation) {
    return new ConvolutionLayer.Builder(3, 3)
        .nOut(channels)
        .convolutionMode(ConvolutionMode.Same)
        .activation(activation)
        .weightInit(WeightInit.RELU)
        .build();
  }

  private static Layer pooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .build();
  }

  private Layer outputLayer() {
    OutputLayer.Builder layer =
        switch (goal) {
          case CLASSIFICATION ->
              new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
          case MULTI_LABEL ->
              new OutputLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID);
          case REGRESSION ->
              new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY);
        };
    return layer.nOut(outputs).weightInit(WeightInit.XAVIER).build();
  }
}
