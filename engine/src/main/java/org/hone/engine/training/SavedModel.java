package org.hone.engine.training;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.nd4j.linalg.api.ndarray.INDArray;

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
      ComputationGraph graph = ComputationGraph.load(file.toFile(), false);
      List<INDArray> members = new ArrayList<>(List.of(graph.params().dup()));
      members.addAll(ModelArchive.members(file));
      return new SavedModel(graph, members, preprocessing);
    } catch (IOException | ProviderNotFoundException e) {
      throw new IllegalArgumentException(
          "%s: not a model that can be read (%s)".formatted(file, e.getMessage()), e);
    }
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
