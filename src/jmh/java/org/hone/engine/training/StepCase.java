package org.hone.engine.training;

import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Update;
import org.hone.engine.network.GraphNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;

/**
 * One network with one batch, whose step is measured: by the engine's loop, and as Deeplearning4j
 * does it by itself. Lies in the engine's package for its parts.
 */
public final class StepCase {
  private static final double RATE = 1e-3;

  private final BenchmarkNetwork network;
  private final INDArray features;
  private final INDArray labels;

  /**
   * @param name of a {@link BenchmarkNetwork}, in any case
   */
  public StepCase(String name, int rows) {
    network = BenchmarkNetwork.valueOf(name.toUpperCase(Locale.ROOT));
    features = network.features(rows);
    labels = network.labels(rows);
  }

  /** A step of the engine: gradient, its norm, update. */
  public Runnable engine() {
    RateControl rates = new RateControl(Update.of(new Adam(RATE)));
    rates.set(Rates.of(1));
    GraphPass pass = new GraphPass();
    ComputationGraphConfiguration configuration =
        network.configuration(
            rates.updaterFor(""),
            loss -> GraphNetwork.trainingLoss(loss, Optional::empty, pass::lossSum),
            false);
    LiveGraph graph = new LiveGraph(configuration, pass, rates);
    Batch batch = Batch.of(features, labels);
    return () -> {
      graph.computeGradient(batch);
      graph.gradientNorm();
      graph.applyUpdate(batch.size());
    };
  }

  private ComputationGraph plainGraph() {
    ComputationGraph graph =
        new ComputationGraph(network.configuration(new Adam(RATE), loss -> loss, true));
    graph.init();
    return graph;
  }

  /** Deeplearning4j's own step. */
  public Runnable fit() {
    ComputationGraph graph = plainGraph();
    DataSet data = new DataSet(features, labels);
    return () -> graph.fit(data);
  }

  /** A prediction of the engine. */
  public Runnable prediction() {
    PredictionPass pass = PredictionPass.of(plainGraph());
    return () -> pass.predict(Inputs.of(features));
  }

  /** Deeplearning4j's own prediction. */
  public Runnable output() {
    ComputationGraph graph = plainGraph();
    return () -> graph.outputSingle(false, features);
  }
}
