package org.hone.plugins.shortcut;

import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One row through a network whose block is its second hidden layer: by what its branches are
 * multiplied on the way forward and on the way back.
 *
 * @param forward the factor of the first branch
 * @param gradient of all parameters, where branches give zero
 */
record ResidualRows(double forward, Map<String, INDArray> gradient, INDArray outputWeights) {

  static ResidualRows of(Task task) {
    var row = NDArrayIndex.interval(0, 1);
    INDArray features = task.training().features().get(row);
    ComputationGraph graph = Trial.graph(task.network());
    Nd4j.getRandom().setSeed(3);
    double forward = factor(graph.feedForward(features, true));
    graph.getParam("dense-2_W").assign(0);
    if (graph.getVertex("dense-2-branch-2") != null) {
      graph.getParam("dense-2-branch-2_W").assign(0);
    }
    graph.setInput(0, features);
    graph.setLabels(task.training().labels().get(row));
    Nd4j.getRandom().setSeed(3);
    graph.computeGradientAndScore();
    return new ResidualRows(
        forward, graph.gradient().gradientForVariable(), graph.getParam("output_W"));
  }

  /** With a = the factor of the first branch, y - x - F2 = a * (F1 - F2); F2 may be none. */
  private static double factor(Map<String, INDArray> layers) {
    INDArray first = layers.get("dense-2");
    INDArray second = layers.getOrDefault("dense-2-branch-2", first.ulike());
    INDArray rest = layers.get("dense-2-merge").sub(layers.get("dense-1")).sub(second);
    return share(rest, first.sub(second));
  }

  /** A branch's factor on the way back: of a branch at tanh(0), whose slope is one. */
  double back(String bias) {
    INDArray atTheSum = gradient.get("output_b").reshape(1, 3).mmul(outputWeights.transpose());
    return share(gradient.get(bias).reshape(1, 6), atTheSum);
  }

  private static double share(INDArray part, INDArray whole) {
    return part.mul(whole).sumNumber().doubleValue() / whole.mul(whole).sumNumber().doubleValue();
  }
}
