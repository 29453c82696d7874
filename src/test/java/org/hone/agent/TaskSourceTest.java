package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.config.ConfigException;
import org.hone.config.NetworkSettings;
import org.hone.config.StudyFile;
import org.hone.engine.data.Prepared;
import org.hone.engine.metrics.Objective;
import org.hone.search.space.Direction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

class TaskSourceTest {
  @TempDir Path folder;
  private Rehearsal study;

  @BeforeEach
  void prepare() {
    study = Rehearsal.in(folder);
  }

  private TaskSource source(String... overrides) throws IOException {
    return new TaskSource(study.file(overrides), new GainEngine());
  }

  @Test
  void classesAreMeasuredByTheirAccuracyUnlessSaidOtherwise() throws IOException {
    assertThat(source().metric().id()).isEqualTo("accuracy");
    assertThat(source("objective.metric=balanced-accuracy").metric().id())
        .isEqualTo("balanced-accuracy");
  }

  @Test
  void numbersAreMeasuredByTheirError() throws IOException {
    numbers();

    TaskSource source = source();

    assertThat(source.metric().id()).isEqualTo("rmse");
    assertThat(source.describe(source.split(1)))
        .containsExactly(
            "regression of kind from rows.csv",
            "60 rows: 36 to train, 12 to validate, 12 to test",
            "1 columns, input [1], 1 target(s)");
  }

  private void numbers() throws IOException {
    String rows =
        IntStream.range(0, 60)
            .mapToObj(i -> i + "," + i * 1.5)
            .collect(Collectors.joining("\n", "x,kind\n", "\n"));
    Files.writeString(folder.resolve("rows.csv"), rows);
  }

  @Test
  void aMetricMustFitTheTask() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> source("objective.metric=rmse"))
        .withMessage(
            "objective.metric: 'rmse' does not fit classification; allowed: accuracy,"
                + " balanced-accuracy, macro-f1, auc, log-loss");
  }

  @Test
  void severalObjectivesAreAMetricAndWhatTheEngineMeasures() throws IOException {
    TaskSource source = source("objectives=[log-loss, model-size, auc]");

    assertThat(source.metric().id()).isEqualTo("log-loss");
    assertThat(source.figures()).containsExactly("model-size", "auc");
    assertThat(source.objectives())
        .extracting(Objective::direction)
        .containsExactly(Direction.MINIMIZE, Direction.MINIMIZE, Direction.MAXIMIZE);
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> source("objectives=[accuracy, rmse]"))
        .withMessage(
            "objectives: 'rmse' does not fit classification; allowed: accuracy,"
                + " balanced-accuracy, macro-f1, auc, log-loss");
  }

  @Test
  void aSamplerForOneObjectiveIsRefusedForSeveral() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> study.plan("objectives=[accuracy, auc]", "study.sampler=cma-es"))
        .withMessage(
            "study.sampler: 'cma-es' searches for one objective, but there are several; allowed:"
                + " any other, such as auto");
  }

  @Test
  void aNetworkMustFitTheInput() throws IOException {
    StudyFile table = study.file();
    Architecture images = new Architecture.Cnn(List.of(4), 2, Activation.RELU);
    StudyFile wrong =
        new StudyFile(
            table.study(),
            table.data(),
            NetworkSettings.of(images),
            table.teacher(),
            table.training(),
            table.objectives(),
            table.plugins(),
            table.techniques(),
            1,
            table.output());

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> new TaskSource(wrong, new GainEngine()))
        .withMessage(
            "network: a cnn needs images, but the data are rows of a table; give them a shape, or"
                + " use an mlp");
  }

  @Test
  void testRowsAreTheSameForEverySplitAndOthersAreNot() throws IOException {
    TaskSource source = source();

    Prepared one = source.split(1);
    Prepared other = source.split(2);

    assertThat(one.test().orElseThrow().features())
        .isEqualTo(other.test().orElseThrow().features());
    assertThat(one.training().features()).isNotEqualTo(other.training().features());
    assertThat(source.split(1).training().features()).isEqualTo(one.training().features());
  }

  @Test
  void aTaskHasTestRowsOnlyOnDemand() throws IOException {
    TaskSource source = source();
    Prepared split = source.split(1);

    Task search = source.task(split, false);
    assertThat(search.test()).isEmpty();
    assertThat(search.goal()).isEqualTo(Goal.CLASSIFICATION);
    assertThat(search.outputs()).isEqualTo(2);
    assertThat(search.scaling()).isEqualTo(split.preprocessing());
    assertThat(source.task(split, true).test()).isEqualTo(split.test());
  }

  @Test
  void theBaselineIsWhatTheStudyFileSays() throws IOException {
    TaskSource source = source("training={epochs: 9, batch-size: 4, learning-rate: 0.02}");

    Recipe baseline = source.baseline();
    assertThat(source.epochs()).isEqualTo(9);
    assertThat(baseline.feed().batchSize()).isEqualTo(4);
    assertThat(baseline.update().updater()).isEqualTo(new Adam(0.02));
    assertThat(baseline.weights()).isEmpty();
  }

  @Test
  void withoutTestRowsThereIsNothingToConfirmOn() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> study.plan("data.test=0"))
        .withMessage(
            "data.test: 0 leaves no rows to compare baseline and best on; allowed: more than 0,"
                + " or a file");
  }
}
