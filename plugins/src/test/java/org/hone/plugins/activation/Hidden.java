package org.hone.plugins.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Network;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** A network with an activation, in double precision. */
final class Hidden {
  private Hidden() {}

  static Network network(Technique technique, Task task, Map<String, ?> strengths) {
    return Trial.with(technique, Trial.recipe(task, new Sgd(0.1)), task, strengths).network();
  }

  /** Hidden units of both signs follow the formula, and so does their gradient. */
  static void follows(
      Technique technique,
      Map<String, ?> strengths,
      double precision,
      DoubleUnaryOperator formula) {
    Network network = network(technique, Trial.CLASSES, strengths);
    ComputationGraph graph = Trial.precise(network);
    INDArray x = Trial.CLASSES.training().features().castTo(DataType.DOUBLE);
    INDArray linear = x.mmul(graph.getParam("dense-1_W")).addRowVector(graph.getParam("dense-1_b"));
    INDArray seen = graph.feedForward(x, true).get("dense-1");
    assertThat(linear.minNumber().doubleValue()).isNegative();
    for (int row = 0; row < 24; row++) {
      for (int unit = 0; unit < 6; unit++) {
        double expected = formula.applyAsDouble(linear.getDouble(row, unit));
        assertThat(seen.getDouble(row, unit)).isEqualTo(expected, within(precision));
      }
    }
    for (Task task : new Task[] {Trial.CLASSES, Trial.IMAGES}) {
      ComputationGraph each = Trial.precise(network(technique, task, strengths));
      // sums away from zero, where some of the functions have a kink
      each.paramTable()
          .forEach(
              (key, array) -> {
                if (key.endsWith("_b")) {
                  array.assign(Nd4j.rand(array.dataType(), array.shape()).addi(0.1));
                }
              });
      assertThat(Trial.gradientError(each, task, name -> true)).isLessThan(1e-6);
    }
    assertThat(network.describe()).contains("activation=softmax");
  }
}
