package org.hone.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MetricsTest {
  // classes 0, 0, 0, 1; the third row is taken for a 1
  private static final INDArray CLASSES =
      array(new float[][] {{1, 0, 0}, {1, 0, 0}, {1, 0, 0}, {0, 1, 0}});
  private static final INDArray PROBABILITIES =
      array(new float[][] {{.5f, .25f, .25f}, {.5f, .5f, 0}, {.25f, .75f, 0}, {.1f, .8f, .1f}});

  // errors 1, -1, 2, 0 around a mean of 2.5
  private static final INDArray TARGETS = array(new float[][] {{1}, {2}, {3}, {4}});
  private static final INDArray PREDICTIONS = array(new float[][] {{2}, {1}, {5}, {4}});

  private static INDArray array(float[][] values) {
    return Nd4j.createFromArray(values);
  }

  private static double compute(String id, INDArray predictions, INDArray labels) {
    return Metrics.named(id).compute(predictions, labels);
  }

  static Stream<Metric> all() {
    return Metrics.all().stream();
  }

  @ParameterizedTest
  @CsvSource({"accuracy, 0.75", "balanced-accuracy, 0.8333333", "log-loss, 0.7489331"})
  void figuresOfClasses(String id, double expected) {
    // log-loss = (ln 2 + ln 2 + ln 4 + ln 1.25) / 4; balanced = (2/3 + 1) / 2, class 2 has no rows
    assertThat(compute(id, PROBABILITIES, CLASSES)).isEqualTo(expected, within(1e-6));
  }

  @Test
  void macroF1IsTheMeanOverClassesThatOccurOrArePredicted() {
    // class 0: 2 of 3 found, 2 predicted; class 1: 1 of 1 found, 2 predicted; class 2 is nowhere
    assertThat(compute("macro-f1", PROBABILITIES, CLASSES))
        .isEqualTo((2 * 2 / 5.0 + 2 * 1 / 3.0) / 2, within(1e-6));
    assertThat(compute("macro-f1", CLASSES, CLASSES)).isEqualTo(1);
  }

  @Test
  void areaUnderCurveCountsPairsInTheRightOrderAndTiesByHalf() {
    INDArray labels = array(new float[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}, {0, 1}});
    // of class 1: .1 .4 against .4 .35 .8; right .4 > .1, .35 > .1, .8 > .1, .8 > .4, tie .4 = .4
    float[][] scores = {{.9f, .1f}, {.6f, .4f}, {.6f, .4f}, {.65f, .35f}, {.2f, .8f}};
    assertThat(compute("auc", array(scores), labels)).isEqualTo(4.5 / 6, within(1e-6));
    assertThat(compute("auc", Nd4j.ones(5, 2), labels)).isEqualTo(0.5);
    assertThat(compute("auc", labels, labels)).isEqualTo(1);
    assertThat(compute("auc", labels.rsub(1), labels)).isZero();
  }

  @Test
  void areaUnderCurveOfSeveralClassesIsTheMeanOfEachAgainstTheRest() {
    // class 0 against the rest: 1 pair of 3 in order and one tie; class 1: the best of all
    assertThat(compute("auc", PROBABILITIES, CLASSES)).isEqualTo((1 + 1) / 2.0, within(1e-6));
    INDArray mixed =
        array(new float[][] {{.5f, .2f, .3f}, {.2f, .6f, .2f}, {.1f, .5f, .4f}, {.2f, .5f, .3f}});
    // class 0 over class 1, the fourth row: above, tie, below; class 1: 2 ties and one below, above
    assertThat(compute("auc", mixed, CLASSES)).isEqualTo((1.5 / 3 + 1.5 / 3) / 2, within(1e-6));
  }

  @Test
  void areaUnderCurveOfOneClassAloneIsNoNumber() {
    assertThat(compute("auc", Nd4j.ones(3, 2), array(new float[][] {{1, 0}, {1, 0}, {1, 0}})))
        .isNaN();
  }

  @Test
  void areaUnderCurveIsThatOfAllPairsSeed5() {
    Random random = new Random(5);
    int rows = 200;
    INDArray labels = Nd4j.zeros(rows, 2);
    INDArray scores = Nd4j.zeros(rows, 2);
    for (int row = 0; row < rows; row++) {
      labels.putScalar(row, random.nextInt(3) == 0 ? 1 : 0, 1);
      scores.putScalar(row, 1, random.nextInt(20) / 20.0);
      scores.putScalar(row, 0, 1 - scores.getDouble(row, 1));
    }
    double right = 0;
    double pairs = 0;
    for (int one = 0; one < rows; one++) {
      for (int other = 0; other < rows; other++) {
        if (labels.getDouble(one, 1) == 1 && labels.getDouble(other, 1) == 0) {
          double difference = scores.getDouble(one, 1) - scores.getDouble(other, 1);
          right += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    assertThat(compute("auc", scores, labels)).isEqualTo(right / pairs, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"accuracy, 0.6666667", "subset-accuracy, 0.3333333", "macro-f1, 0.7222222"})
  void figuresOfLabels(String id, double expected) {
    // right: 3 of 3, 2 of 3, 1 of 3; F1: 1, 2/3, 2/4
    INDArray labels = array(new float[][] {{1, 0, 1}, {1, 1, 0}, {0, 0, 1}});
    INDArray said = array(new float[][] {{.9f, .1f, .5f}, {.8f, .7f, .6f}, {.2f, .6f, .1f}});
    assertThat(Metrics.named(id, Goal.MULTI_LABEL).compute(said, labels))
        .isEqualTo(expected, within(1e-6));
  }

  @Test
  void areaUnderCurveOfLabelsIsTheMeanOverThem() {
    INDArray labels = array(new float[][] {{1, 0, 1}, {1, 1, 1}, {0, 0, 1}});
    INDArray said = array(new float[][] {{.9f, .1f, .5f}, {.1f, .7f, .6f}, {.2f, .6f, .1f}});
    // label 0: one pair of two in order; label 1: both; label 2 is everywhere
    assertThat(Metrics.named("auc", Goal.MULTI_LABEL).compute(said, labels)).isEqualTo(0.75);
  }

  @ParameterizedTest
  @CsvSource({"mse, 1.5", "rmse, 1.2247449", "mae, 1", "r2, -0.2"})
  void figuresOfTargets(String id, double expected) {
    assertThat(compute(id, PREDICTIONS, TARGETS)).isEqualTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"mse, 2.5", "rmse, 1.5811388", "mae, 1.5", "r2, 0"})
  void severalTargetsCountAlike(String id, double expected) {
    INDArray labels = array(new float[][] {{0, 2}, {2, 6}});
    INDArray predictions = array(new float[][] {{1, 4}, {1, 4}});
    assertThat(compute(id, predictions, labels)).isEqualTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPredictionThatIsNoNumberMakesTheFigureNaN(Metric metric) {
    Goal goal = metric.appliesTo(Goal.REGRESSION) ? Goal.REGRESSION : Goal.CLASSIFICATION;
    INDArray predictions = (goal == Goal.REGRESSION ? PREDICTIONS : PROBABILITIES).dup();
    predictions.putScalar(1, 0, Double.NaN);
    assertThat(metric.compute(predictions, goal == Goal.REGRESSION ? TARGETS : CLASSES)).isNaN();
  }

  @Test
  void perfectPredictions() {
    assertThat(compute("accuracy", CLASSES, CLASSES)).isEqualTo(1);
    assertThat(compute("balanced-accuracy", CLASSES, CLASSES)).isEqualTo(1);
    assertThat(compute("log-loss", CLASSES, CLASSES)).isZero();
    assertThat(compute("r2", TARGETS, TARGETS)).isEqualTo(1);
    assertThat(compute("mae", TARGETS, TARGETS)).isZero();
  }

  @Test
  void logLossOfTheImpossibleIsFinite() {
    INDArray sure = array(new float[][] {{0, 1}});
    assertThat(compute("log-loss", sure, array(new float[][] {{1, 0}})))
        .isEqualTo(-Math.log(1e-10), within(1e-4));
  }

  @Test
  void logLossOfSoftLabelsIsCrossEntropy() {
    INDArray half = array(new float[][] {{.5f, .5f}});
    assertThat(compute("log-loss", half, half)).isEqualTo(Math.log(2), within(1e-6));
  }

  @Test
  void labelsOfARowAddUpInBinaryLogLoss() {
    INDArray labels = array(new float[][] {{1, 0}, {1, 1}});
    INDArray predictions = array(new float[][] {{.8f, .4f}, {.5f, .25f}});
    double expected = -(Math.log(.8) + Math.log(.6) + Math.log(.5) + Math.log(.25)) / 2;
    assertThat(compute("binary-log-loss", predictions, labels)).isEqualTo(expected, within(1e-6));
    assertThat(compute("binary-log-loss", labels, labels)).isZero();
  }

  @Test
  void targetsThatDoNotVaryHaveNoR2() {
    INDArray constant = Nd4j.ones(3, 1);
    assertThat(compute("r2", constant, constant)).isNaN();
    assertThat(compute("r2", Nd4j.zeros(3, 1), constant)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void largeTargetsLoseNoPrecisionSeed3() {
    int rows = 4096;
    Nd4j.getRandom().setSeed(3);
    INDArray labels = Nd4j.randn(rows, 1).addi(100_000);
    INDArray predictions = labels.add(Nd4j.randn(rows, 1).muli(0.5));
    double mean = mean(labels);
    double error = 0;
    double spread = 0;
    for (int row = 0; row < rows; row++) {
      error += Math.pow(predictions.getDouble(row, 0) - labels.getDouble(row, 0), 2);
      spread += Math.pow(labels.getDouble(row, 0) - mean, 2);
    }
    assertThat(compute("mse", predictions, labels)).isEqualTo(error / rows, within(1e-5));
    assertThat(compute("r2", predictions, labels)).isEqualTo(1 - error / spread, within(1e-5));
  }

  private static double mean(INDArray column) {
    double sum = 0;
    for (long row = 0; row < column.size(0); row++) {
      sum += column.getDouble(row, 0);
    }
    return sum / column.size(0);
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachHasAKebabCaseIdAndFitsOneGoal(Metric metric) {
    assertThat(Techniques.isKebabCase(metric.id())).isTrue();
    assertThat(Metrics.named(metric.id()).id()).isEqualTo(metric.id());
    List<Goal> goals = Arrays.stream(Goal.values()).filter(metric::appliesTo).toList();
    assertThat(goals)
        .isNotEmpty()
        .allSatisfy(goal -> assertThat(Metrics.named(metric.id(), goal)).hasSameClassAs(metric));
  }

  @ParameterizedTest
  @CsvSource({
    "accuracy, MAXIMIZE",
    "balanced-accuracy, MAXIMIZE",
    "macro-f1, MAXIMIZE",
    "auc, MAXIMIZE",
    "r2, MAXIMIZE",
    "log-loss, MINIMIZE",
    "binary-log-loss, MINIMIZE",
    "mse, MINIMIZE",
    "rmse, MINIMIZE",
    "mae, MINIMIZE"
  })
  void directions(String id, Direction direction) {
    assertThat(Metrics.named(id).direction()).isEqualTo(direction);
  }

  @Test
  void theUsualOnes() {
    assertThat(Metrics.usualFor(Goal.CLASSIFICATION).id()).isEqualTo("accuracy");
    assertThat(Metrics.usualFor(Goal.MULTI_LABEL).id()).isEqualTo("binary-log-loss");
    assertThat(Metrics.usualFor(Goal.REGRESSION).id()).isEqualTo("rmse");
  }

  @Test
  void anUnknownIdListsTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metrics.named("f1"))
        .withMessage(
            "no metric 'f1'; known: accuracy, balanced-accuracy, macro-f1, auc, log-loss,"
                + " subset-accuracy, binary-log-loss, mse, rmse, mae, r2, confidence");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metrics.named("accuracy", Goal.REGRESSION))
        .withMessage("no metric 'accuracy' of REGRESSION; known: mse, rmse, mae, r2");
  }

  @Test
  void aMetricOfTheClassPathIsOneAmongOthers() {
    // (.5 + .5 + .25 + .8) / 4
    assertThat(compute("confidence", PROBABILITIES, CLASSES)).isEqualTo(0.5125, within(1e-6));
    assertThat(Metrics.fitting(Goal.CLASSIFICATION)).extracting(Metric::id).contains("confidence");
    assertThat(Objective.find("confidence", Goal.CLASSIFICATION)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"Top5", "accuracy", "model-size", "rmse"})
  void aMetricOfTheClassPathHasAnIdOfItsOwn(String id) {
    Metric theirs = new Renamed(id, new Confidence());
    if (id.equals("rmse")) {
      // that of another goal may have the same name
      assertThat(Metrics.with(List.of(theirs))).contains(theirs);
      return;
    }
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> Metrics.with(List.of(theirs)))
        .withMessageContaining(id)
        .withMessageContaining(Renamed.class.getName());
  }

  @Test
  void aMetricThatCannotBeLoadedIsNamed(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Metric.class.getName()), "org.example.Absent");
    URL[] classPath = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, Metrics.class.getClassLoader())) {
      assertThatExceptionOfType(MetricException.class)
          .isThrownBy(() -> Metrics.found(loader))
          .withMessageStartingWith("a metric cannot be used: ")
          .withMessageContaining("org.example.Absent");
    }
  }

  /** A metric by another name. */
  private record Renamed(String id, Metric metric) implements Metric {
    @Override
    public Direction direction() {
      return metric.direction();
    }

    @Override
    public boolean appliesTo(Goal goal) {
      return metric.appliesTo(goal);
    }

    @Override
    public double compute(INDArray predictions, INDArray labels) {
      return metric.compute(predictions, labels);
    }
  }
}
