package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Network;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.engine.network.GraphNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

/** Run on a CPU, whose halves are slow, and whose sums are halves too. */
class HalfPassTest {
  private static Stream<Arguments> tasks() {
    Architecture.Lstm twoWays = new Architecture.Lstm(List.of(4), true, 3, Activation.TANH);
    Architecture.ResidualCnn residual =
        new Architecture.ResidualCnn(List.of(3, 3), Activation.RELU);
    return Stream.of(
        Arguments.of("classes", SmallTasks.classification(Workbench.ENGINE)),
        Arguments.of("targets", SmallTasks.regression(Workbench.ENGINE)),
        Arguments.of("images", SmallTasks.images(Workbench.ENGINE)),
        Arguments.of(
            "residual blocks",
            SmallTasks.any(
                Workbench.ENGINE, Goal.CLASSIFICATION, InputShape.image(6, 6, 3), residual)),
        Arguments.of("sequences", SmallTasks.sequences(Workbench.ENGINE)),
        Arguments.of(
            "sequences both ways",
            SmallTasks.any(
                Workbench.ENGINE, Goal.CLASSIFICATION, InputShape.sequence(2, 5), twoWays)),
        Arguments.of("texts", SmallTasks.texts(Workbench.ENGINE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tasks")
  void givesTheGradientOfSinglePrecisionButForItsRounding(String name, Task task) {
    compare(task, task.network(), 3e-2);
  }

  @Test
  void takesBatchNormalizationOfColumnsAndOfImagesWithIt() {
    Task table = SmallTasks.classification(Workbench.ENGINE);
    compare(table, Workbench.normalized(table.network()), 3e-2);
    Task images = SmallTasks.images(Workbench.ENGINE);
    compare(images, Workbench.normalized(images.network()), 1e-1);
  }

  private static void compare(Task task, Network network, double coarseness) {
    boolean numeric = task.input().kind() != InputShape.Kind.TEXT;
    HalfPass half = new HalfPass(GraphNetwork.of(network), numeric);
    LiveGraph wide = Workbench.live(network, new Sgd(0.1));
    LiveGraph narrow = Workbench.live(network, new Sgd(0.1));
    Batch batch = new Batch(task.training().inputs(), task.training().labels(), Optional.empty());

    double expected = wide.computeGradient(batch) * batch.size();
    double seen = half.computeGradient(narrow, batch);
    assertThat(seen / expected).isEqualTo(1, within(5e-3));
    double distance =
        narrow.gradients().div(batch.size()).distance2(wide.gradients()) / wide.gradientNorm();
    assertThat(distance).isBetween(1e-6, coarseness);
  }
}
