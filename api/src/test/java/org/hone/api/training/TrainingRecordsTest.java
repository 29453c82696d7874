package org.hone.api.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Synonyms;
import org.hone.api.testkit.FakeEngine;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.InputShape.Kind;
import org.hone.search.space.Direction;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TrainingRecordsTest {

  @Test
  void aShapeHasAsManySizesAsItsKindAsks() {
    assertThat(InputShape.table(5).sizes()).containsExactly(5);
    assertThat(InputShape.image(8, 6, 3).sizes()).containsExactly(8, 6, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InputShape(Kind.IMAGE, List.of(8, 8)))
        .withMessage("image input has 3 positive sizes, but has [8, 8]");
    assertThat(InputShape.sequence(3, 20).sizes()).containsExactly(3, 20);
    assertThat(InputShape.text(5000, 60).sizes()).containsExactly(5000, 60);
    assertThatIllegalArgumentException().isThrownBy(() -> InputShape.table(0));
  }

  @Test
  void checkpointsCostAShareOfTheTime() {
    Path file = Path.of("trial.checkpoint");
    assertThat(Checkpointing.to(file).share()).isEqualTo(0.02);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checkpointing(file, 0))
        .withMessageContaining("0.0");
  }

  @Test
  void theUsualNetworkSuitsItsKindOfRows() {
    for (Kind kind : Kind.values()) {
      assertThat(Suitability.misfit(Suitability.usualFor(kind), kind)).isEmpty();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Suitability.require(Suitability.usualFor(Kind.IMAGE), InputShape.table(4)))
        .withMessageContaining("a cnn needs images, but the data are");
  }

  @Test
  void examplesPairFeaturesWithLabels() {
    assertThat(Examples.of(Nd4j.zeros(3, 2), Nd4j.zeros(3, 1)).rows()).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Examples.of(Nd4j.zeros(3, 2), Nd4j.zeros(2, 1)))
        .withMessageContaining("3 and 2");
  }

  @Test
  void aTaskHasAnObjectiveThatFitsItsGoal() {
    Task task = SmallTasks.classification(new FakeEngine());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(task, new RegressionOnly()))
        .withMessage("metric 'regression-only' does not fit CLASSIFICATION");
  }

  private static Task with(Task task, Metric objective) {
    return new Task(
        task.goal(),
        task.input(),
        task.outputs(),
        task.training(),
        task.validation(),
        task.test(),
        task.scaling(),
        task.network(),
        objective,
        Synonyms.none());
  }

  private record RegressionOnly() implements Metric {
    @Override
    public String id() {
      return "regression-only";
    }

    @Override
    public Direction direction() {
      return Direction.MINIMIZE;
    }

    @Override
    public boolean appliesTo(Goal goal) {
      return goal == Goal.REGRESSION;
    }

    @Override
    public double compute(INDArray predictions, INDArray labels) {
      return 0;
    }
  }

  @Test
  void aTaskWithAnotherNetworkIsOtherwiseTheSame() {
    Task task = SmallTasks.classification(new FakeEngine());
    Network other = task.network().mapLoss(loss -> loss);
    Task changed = task.withNetwork(other);
    assertThat(changed.network()).isSameAs(other);
    assertThat(changed.training()).isSameAs(task.training());
    assertThat(changed.withNetwork(task.network())).isEqualTo(task);
  }

  @Test
  void noScalingReturnsNewArraysOfTheSameValues() {
    INDArray array = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
    Scaling none = Scaling.none();
    for (INDArray copy :
        List.of(none.features(array), none.labels(array), none.predictions(array))) {
      assertThat(copy).isEqualTo(array).isNotSameAs(array);
    }
  }

  @Test
  void aFailureHasAReasonAndNothingElse() {
    TrainingResult failed = TrainingResult.failed(3, "diverged");
    assertThat(failed.status()).isEqualTo(TrainingResult.Status.FAILED);
    assertThat(failed.epochs()).isEqualTo(3);
    assertThat(failed.reason()).contains("diverged");
    assertThat(failed.score()).isEmpty();
    assertThat(failed.model()).isEmpty();
    Map<String, Double> figures = failed.figures();
    assertThatThrownBy(() -> figures.put("more", 1.0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void termsAskForNothingAndKnowNothingByThemselves() {
    Terms terms =
        new Terms() {
          @Override
          public long seed() {
            return 1;
          }

          @Override
          public int epochs() {
            return 1;
          }

          @Override
          public Decision report(int epoch, double score, Map<String, Double> readings) {
            return Decision.CONTINUE;
          }
        };
    assertThat(terms.stopRequested()).isFalse();
    assertThat(terms.teacher()).isEqualTo(Optional.empty());
    assertThat(terms.softLabels(() -> Nd4j.ones(2, 3))).isEqualTo(Nd4j.ones(2, 3));
  }
}
