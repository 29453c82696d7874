package org.hone.engine.training;

import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Batch;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Forward and backward through a graph, as Deeplearning4j does it. */
final class GraphPass implements RoundTrip {
  private @Nullable ComputationGraph graph;
  private Optional<INDArray> rowWeights = Optional.empty();
  private @Nullable INDArray lossSum;
  private double loss;

  /** To be called once, when there is the graph, whose loss is made of parts of this pass. */
  void open(ComputationGraph opened) {
    graph = opened;
  }

  ComputationGraph graph() {
    if (graph == null) {
      throw new IllegalStateException("the pass has no graph yet");
    }
    return graph;
  }

  /** What the loss asks for: how much each row of the current batch counts. */
  Optional<INDArray> rowWeights() {
    return rowWeights;
  }

  /** What the loss tells: the current batch's loss, summed over rows. */
  void lossSum(INDArray sum) {
    lossSum = sum;
    // afterwards its workspace may be freed
    loss = sum.getDouble(0);
  }

  /** A scalar, of the last pass. */
  INDArray lossSum() {
    if (lossSum == null) {
      throw new IllegalStateException("no pass has been made yet");
    }
    return lossSum;
  }

  /** The gradient, summed over rows, flat; live. */
  INDArray gradients() {
    return graph().getFlattenedGradients();
  }

  @Override
  public double run(Batch batch) {
    graph().setInput(0, batch.features());
    graph().setLabels(batch.labels());
    rowWeights = batch.weights();
    return Masks.during(
        graph(),
        batch.inputs().mask(),
        () -> {
          graph().computeGradientAndScore();
          return loss();
        });
  }

  @Override
  public Optional<INDArray> inputGradient() {
    return Optional.empty();
  }

  /** The last pass's loss, summed over rows. */
  double loss() {
    return loss;
  }

  /** Does something outside workspaces, so that arrays live as long as they are held. */
  void outsideWorkspaces(Runnable action) {
    outsideWorkspaces(graph(), action);
  }

  /**
   * Does something with a graph outside workspaces, so that arrays live as long as they are held.
   */
  static void outsideWorkspaces(ComputationGraph graph, Runnable action) {
    ComputationGraphConfiguration configuration = graph.getConfiguration();
    WorkspaceMode training = configuration.getTrainingWorkspaceMode();
    WorkspaceMode inference = configuration.getInferenceWorkspaceMode();
    configuration.setTrainingWorkspaceMode(WorkspaceMode.NONE);
    configuration.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    try {
      action.run();
    } finally {
      configuration.setTrainingWorkspaceMode(training);
      configuration.setInferenceWorkspaceMode(inference);
    }
  }
}
