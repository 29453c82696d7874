package org.hone.engine.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Update;
import org.hone.api.training.TrainedModel;
import org.hone.engine.network.CompactWeights;
import org.hone.engine.network.GraphNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A trained network, with the network's own loss and the plain optimizer of its recipe (SGD for one
 * that is not Deeplearning4j's). Predictions are the mean over its members, if it has several.
 */
final class GraphModel implements TrainedModel {
  private final ComputationGraph graph;
  private final PredictionPass pass;
  private final List<INDArray> members;
  private final Map<String, float[]> steps;

  /**
   * @param weights flat, [n]; copied
   * @param more weights of further members, each [n]
   * @param steps by array, what its units' weights are multiples of; only of quantized ones
   */
  GraphModel(
      GraphNetwork network,
      Update update,
      INDArray weights,
      List<INDArray> more,
      Map<String, float[]> steps) {
    this.steps = Map.copyOf(steps);
    graph = new ComputationGraph(network.configuration(0, layer -> portable(update.updater())));
    graph.init(weights.dup().reshape(1, weights.length()), false);
    pass = PredictionPass.of(graph);
    members = new ArrayList<>();
    members.add(weights.dup());
    more.forEach(member -> members.add(member.dup()));
  }

  /** An optimizer that Deeplearning4j knows by itself. */
  private static IUpdater portable(IUpdater updater) {
    if (updater.getClass().getName().startsWith("org.nd4j.")) {
      return updater.clone();
    }
    return updater.hasLearningRate() ? new Sgd(updater.getLearningRate(0, 0)) : new Sgd();
  }

  @Override
  public INDArray predict(Inputs inputs) {
    return Ensemble.predict(pass, members, inputs);
  }

  @Override
  public long parameters() {
    return graph.numParams();
  }

  /**
   * Writes a zip in Deeplearning4j's format, readable by {@code ComputationGraph.load}, unless
   * weights are quantized: those lie there as bytes, which {@link CompactWeights} reads.
   */
  @Override
  public void save(Path file) throws IOException {
    ModelSerializer.writeModel(graph, file.toFile(), false);
    CompactWeights.replace(file, graph, steps);
    ModelArchive.addMembers(file, members.subList(1, members.size()));
  }
}
