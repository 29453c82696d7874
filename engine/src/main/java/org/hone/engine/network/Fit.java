package org.hone.engine.network;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.training.Goal;
import org.hone.api.training.OutputMismatchException;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whether a user's own network fits the data, and what does not. */
record Fit(Generator data, Topology topology) {

  /**
   * Looks at the output first, then at the sizes of all layers, then at what comes out.
   *
   * @throws IllegalArgumentException if something does not fit
   */
  void check(Supplier<ComputationGraphConfiguration> built) {
    BaseOutputLayer output = output();
    requireOutputs(output);
    requireActivation(output.getActivationFn());
    ComputationGraphConfiguration configuration = build(built);
    topology.nodes().forEach(node -> requireSameSize(node, configuration));
    requireSameSteps(configuration);
    requireAnswers(configuration);
  }

  private String rows() {
    return "%s of shape %s".formatted(data.input().kind().plural(), data.input().sizes());
  }

  private BaseOutputLayer output() {
    Node last = topology.node(topology.output());
    if (last instanceof Node.OfLayer node
        && Kinds.unwrapped(node.layer()) instanceof BaseOutputLayer output
        && !(output instanceof RnnOutputLayer)) {
      return output;
    }
    String seen =
        last instanceof Node.OfLayer node
            ? Kinds.unwrapped(node.layer()).getClass().getSimpleName()
            : "vertex";
    throw new IllegalArgumentException(
        "the network ends in a %s, but an OutputLayer is needed, with one answer for each row"
            .formatted(seen));
  }

  private void requireOutputs(BaseOutputLayer output) {
    if (output.getNOut() != data.outputs()) {
      throw new OutputMismatchException(
          "the network has %d outputs, but the data have %d %s"
              .formatted(
                  output.getNOut(),
                  data.outputs(),
                  switch (data.goal()) {
                    case CLASSIFICATION -> "classes";
                    case MULTI_LABEL -> "labels";
                    case REGRESSION -> "targets";
                  }));
    }
  }

  private void requireActivation(IActivation activation) {
    boolean softmax = activation instanceof ActivationSoftmax;
    boolean fits =
        switch (data.goal()) {
          case CLASSIFICATION -> softmax;
          case MULTI_LABEL -> activation instanceof ActivationSigmoid;
          case REGRESSION -> !softmax;
        };
    if (!fits) {
      throw new OutputMismatchException(
          "the output's activation is %s, but %s".formatted(activation, needed(data.goal())));
    }
  }

  private static String needed(Goal goal) {
    return switch (goal) {
      case CLASSIFICATION -> "classification needs softmax: one probability for each class";
      case MULTI_LABEL -> "several labels need sigmoid: one probability for each label";
      case REGRESSION -> "regression needs numbers of any size, such as identity gives";
    };
  }

  private ComputationGraphConfiguration build(Supplier<ComputationGraphConfiguration> built) {
    try {
      return built.get();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the network does not take %s: %s".formatted(rows(), e.getMessage()), e);
    }
  }

  /** Deeplearning4j would quietly change the size of a layer's input to what comes in. */
  private void requireSameSize(Node node, ComputationGraphConfiguration configuration) {
    if (node instanceof Node.OfLayer own
        && configuration.getVertices().get(node.name()) instanceof LayerVertex made) {
      long expected = inputs(own.layer());
      long seen = inputs(made.getLayerConf().getLayer());
      if (expected > 0 && expected != seen) {
        throw new IllegalArgumentException(
            "layer '%s' takes %d inputs, but gets %d from %s"
                .formatted(node.name(), expected, seen, rows()));
      }
    }
  }

  private static long inputs(Layer layer) {
    return Kinds.unwrapped(layer) instanceof FeedForwardLayer feed ? feed.getNIn() : 0;
  }

  /** What turns the real steps round goes by the mask of the input. */
  private void requireSameSteps(ComputationGraphConfiguration configuration) {
    Map<String, InputType> types =
        configuration.getLayerActivationTypes(true, false, data.inputType());
    for (Node node : topology.nodes()) {
      if (node instanceof Node.OfVertex own
          && own.vertex() instanceof ReverseTimeSeriesVertex
          && data.inputType() instanceof InputTypeRecurrent input
          && types.get(node.inputs().get(0)) instanceof InputTypeRecurrent steps
          && steps.getTimeSeriesLength() > 0
          && steps.getTimeSeriesLength() != input.getTimeSeriesLength()) {
        throw new IllegalArgumentException(
            "'%s' turns %d steps round by the mask of the input's %d; put it before layers that change the number of steps"
                .formatted(node.name(), steps.getTimeSeriesLength(), input.getTimeSeriesLength()));
      }
    }
  }

  private void requireAnswers(ComputationGraphConfiguration configuration) {
    INDArray rows = Nd4j.zeros(data.inputShape(2));
    long[] answers;
    try {
      ComputationGraph graph = new ComputationGraph(configuration);
      graph.init();
      answers = graph.outputSingle(rows).shape();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the network fails on %s: %s".formatted(rows(), e.getMessage()), e);
    }
    if (!Arrays.equals(answers, new long[] {2, data.outputs()})) {
      throw new IllegalArgumentException(
          "for 2 rows the network gives answers of shape %s, but [2, %d] is needed"
              .formatted(Arrays.toString(answers), data.outputs()));
    }
  }
}
