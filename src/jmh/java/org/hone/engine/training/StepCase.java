package org.hone.engine.training;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Update;
import org.hone.api.training.Meters;
import org.hone.engine.metrics.TrialMeters;
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
    LiveGraph graph = liveGraph();
    Batch batch = Batch.of(features, labels);
    return () -> {
      graph.computeGradient(batch);
      graph.gradientNorm();
      graph.applyUpdate(batch.size());
    };
  }

  /**
   * The steps of an epoch and its end, of one network.
   *
   * @param bare that nobody looks at
   * @param metered with all that is measured of them and of an epoch
   */
  public record Epochs(Runnable bare, Runnable metered) {}

  /** Epochs of so many steps. Both are of one network, whose memory lies where it lies. */
  public Epochs epochs(int steps) {
    LiveGraph graph = liveGraph();
    Batch batch = Batch.of(features, labels);
    Metering metering = new Metering(graph, new Inputs(features, Optional.empty()), steps);
    return new Epochs(
        () -> {
          for (int i = 0; i < steps; i++) {
            graph.computeGradient(batch);
            graph.applyUpdate(batch.size());
          }
        },
        () -> {
          for (int i = 0; i < steps; i++) {
            long start = System.nanoTime();
            metering.pass(i, graph.computeGradient(batch));
            graph.applyUpdate(batch.size());
            metering.step(start, batch.size());
          }
          metering.epoch();
        });
  }

  /** As the engine's loop meters. */
  private static final class Metering {
    private static final int PASSES_PER_NORM = 50;

    private final LiveGraph graph;
    private final TrialMeters meters = new TrialMeters();
    private final LayerReadings layers;
    private int epochs;

    Metering(LiveGraph graph, Inputs rows, int steps) {
      this.graph = graph;
      Inputs sample = rows.rows(0, Math.min(LayerReadings.ROWS, rows.rows()));
      LayerReadings.Budget budget = new LayerReadings.Budget(Integer.MAX_VALUE, steps);
      layers = new LayerReadings(graph, sample, budget, meters);
    }

    void pass(int number, double loss) {
      meters.mean(Meters.TRAIN_LOSS, loss);
      if (number % PASSES_PER_NORM == 0) {
        meters.mean(Meters.GRADIENT_NORM, graph.gradientNorm());
      }
    }

    void step(long start, int rows) {
      meters.step(Duration.ofNanos(System.nanoTime() - start), rows);
    }

    void epoch() {
      epochs++;
      meters.mean(Meters.LEARNING_RATE, RATE);
      meters.mean(Meters.UPDATE_RATIO, graph.gradientNorm() / graph.weightNorm());
      layers.read(epochs);
      meters.read();
    }
  }

  private LiveGraph liveGraph() {
    RateControl rates = new RateControl(Update.of(new Adam(RATE)));
    rates.set(Rates.of(1));
    GraphPass pass = new GraphPass();
    ComputationGraphConfiguration configuration =
        network.configuration(
            rates.updaterFor(""),
            loss -> GraphNetwork.trainingLoss(loss, Optional::empty, pass::lossSum),
            false);
    return new LiveGraph(configuration, pass, rates);
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
