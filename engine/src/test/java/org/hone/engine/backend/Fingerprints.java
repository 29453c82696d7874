package org.hone.engine.backend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Network;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.engine.training.Workbench;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Checksums of the weights of small trainings, to compare one JVM's with another's. */
public final class Fingerprints {
  private Fingerprints() {}

  /** Prints them, for the test that started this JVM. */
  public static void main(String[] args) throws InterruptedException {
    all().forEach((name, checksum) -> System.out.println(name + "=" + checksum));
    System.out.println("executioner=" + Nd4j.getExecutioner().getClass().getName());
    Thread trainer = new Thread(Fingerprints::printThreads);
    trainer.start();
    trainer.join();
  }

  /** Trains on a thread that never saw ND4J's start. */
  private static void printThreads() {
    Task task = SmallTasks.classification(Workbench.ENGINE);
    Workbench.train(Workbench.recipe(task, new Adam(0.01)), task, 1);
    System.out.println(
        "threads=" + NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
  }

  static Map<String, String> all() {
    Task mlp = SmallTasks.classification(Workbench.ENGINE);
    Task cnn = SmallTasks.images(Workbench.ENGINE);
    Map<String, String> checksums = new LinkedHashMap<>();
    checksums.put("mlp", trained(mlp, network -> network));
    checksums.put("mlp with batch norm", trained(mlp, Workbench::normalized));
    checksums.put("cnn", trained(cnn, network -> network));
    checksums.put("cnn with batch norm", trained(cnn, Workbench::normalized));
    checksums.put("lstm", checksum(lstm()));
    return checksums;
  }

  private static String trained(Task task, UnaryOperator<Network> edit) {
    Task edited = task.withNetwork(edit.apply(task.network()));
    return checksum(Workbench.lastWeights(Workbench.recipe(edited, new Adam(0.01)), edited, 4));
  }

  /** Two classes at each of six steps of three features. */
  public static ComputationGraph lstmGraph() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Adam(0.01))
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.recurrent(3, 6))
                .addLayer(
                    "lstm", new LSTM.Builder().nOut(4).activation(Activation.TANH).build(), "in")
                .addLayer(
                    "out",
                    new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "lstm")
                .setOutputs("out")
                .build());
    graph.init();
    return graph;
  }

  private static INDArray lstm() {
    ComputationGraph graph = lstmGraph();
    Nd4j.getRandom().setSeed(5);
    INDArray features = Nd4j.randn(8, 3, 6);
    INDArray labels = Nd4j.zeros(8, 2, 6);
    labels.get(NDArrayIndex.all(), NDArrayIndex.point(1)).assign(1);
    for (int step = 0; step < 5; step++) {
      graph.fit(new DataSet(features, labels));
    }
    return graph.params();
  }

  private static String checksum(INDArray weights) {
    return Integer.toHexString(Arrays.hashCode(weights.dup().data().asFloat()));
  }
}
