package org.hone.engine.training;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.util.ModelSerializer;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.WeightSource;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.network.CompactWeights;
import org.hone.engine.network.GraphNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/** A model read back from its zip, with its preprocessing. */
public final class SavedModel implements Inference {
  private final PredictionPass pass;
  private final List<INDArray> members;
  private final String preprocessing;

  private SavedModel(ComputationGraph graph, List<INDArray> members, String preprocessing) {
    this.pass = PredictionPass.of(graph);
    this.members = members;
    this.preprocessing = preprocessing;
  }

  /**
   * Reads a model that Hone saved.
   *
   * @throws IllegalArgumentException if the file is no model, or none of Hone's
   */
  public static SavedModel load(Path file) {
    try {
      String preprocessing =
          ModelArchive.preprocessing(file)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s: a model without Hone's preprocessing; use one that hone tune saved"
                              .formatted(file)));
      ComputationGraph graph = CompactWeights.load(file);
      List<INDArray> members = new ArrayList<>(List.of(graph.params().dup()));
      members.addAll(ModelArchive.members(file));
      return new SavedModel(graph, members, preprocessing);
    } catch (ProviderNotFoundException e) {
      throw new IllegalArgumentException(
          "%s: not a model that can be read (models are zip files)".formatted(file), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s: not a model that can be read (%s)".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Reads a model of Deeplearning4j's, Hone's too, as it is.
   *
   * @throws IllegalArgumentException if the file is none, or does not fit such inputs and outputs
   */
  public static Inference open(Path file, InputShape input, Goal goal, int outputs) {
    GraphNetwork network = GraphNetwork.open(file, input, goal, outputs);
    WeightSource weights =
        network
            .pretrained()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        file + ": is a configuration, without any weights"));
    if (ModelArchive.isHones(file)) {
      return load(file);
    }
    ComputationGraph graph = new ComputationGraph(network.configuration(0, layer -> new Sgd()));
    graph.init();
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex.numParams() > 0) {
        vertex
            .paramTable(false)
            .forEach(
                (key, array) ->
                    weights.weights(vertex.getVertexName(), key).ifPresent(array::assign));
      }
    }
    return new SavedModel(graph, List.of(graph.params().dup()), "");
  }

  /** Writes it as Deeplearning4j reads it, all weights in single precision, replacing the file. */
  public void save(Path file) throws IOException {
    synchronized (pass) {
      ModelSerializer.writeModel(pass.graph(), file.toFile(), false);
    }
    ModelArchive.addMembers(file, members.subList(1, members.size()));
    ModelArchive.addPreprocessing(file, preprocessing);
  }

  /** How raw rows become the network's input, as JSON. */
  public String preprocessing() {
    return preprocessing;
  }

  @Override
  public INDArray predict(Inputs inputs) {
    return Ensemble.predict(pass, members, inputs);
  }
}
