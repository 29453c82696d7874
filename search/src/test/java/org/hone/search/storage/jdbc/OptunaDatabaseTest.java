package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.storage.Storage;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code optuna-5.0.0.db} was written by Python: odd values, odd attributes, several states. */
class OptunaDatabaseTest {
  private static final Path FROZEN =
      Path.of("src/test/resources/org/hone/search/storage/jdbc/optuna-5.0.0.db");

  @TempDir private Path folder;
  private Storage storage;

  @BeforeEach
  void open() throws IOException {
    storage = JdbcStorage.open(Files.copy(FROZEN, folder.resolve("copy.db")));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private StudySnapshot snapshot(String name) {
    return storage.snapshot(storage.findStudy(name).orElseThrow());
  }

  private TrialRecord trial(int number) {
    return snapshot("from-python").trials().get(number);
  }

  @Test
  void readsTheStudies() {
    assertThat(storage.studyNames()).containsExactly("from-python", "two-objectives");
    assertThat(snapshot("from-python").definition())
        .isEqualTo(
            new StudyDefinition(
                "from-python", List.of(Direction.MAXIMIZE), Optional.empty(), Catalogue.empty()));
    assertThat(snapshot("from-python").userAttributes()).isEqualTo(Map.of("owner", "Ada"));
    assertThat(snapshot("from-python").systemAttributes())
        .isEqualTo(Map.of("study:metric_names", List.of("acc")));
    assertThat(snapshot("two-objectives").definition().directions())
        .containsExactly(Direction.MINIMIZE, Direction.MAXIMIZE);
    assertThat(snapshot("two-objectives").trials().get(0).values())
        .hasSize(2)
        .endsWith(Double.POSITIVE_INFINITY);
  }

  @Test
  void readsStatesAndValues() {
    assertThat(snapshot("from-python").trials())
        .extracting(TrialRecord::state)
        .containsExactly(
            TrialState.COMPLETE,
            TrialState.PRUNED,
            TrialState.FAIL,
            TrialState.COMPLETE,
            TrialState.COMPLETE,
            TrialState.COMPLETE,
            TrialState.PRUNED,
            TrialState.FAIL,
            TrialState.COMPLETE,
            TrialState.COMPLETE,
            TrialState.COMPLETE,
            TrialState.WAITING,
            TrialState.WAITING);
    assertThat(trial(1).values()).containsExactly(0.25);
    assertThat(trial(3).values()).containsExactly(Double.POSITIVE_INFINITY);
    assertThat(trial(8).values()).containsExactly(Double.NEGATIVE_INFINITY);
    assertThat(trial(2).values()).isEmpty();
    assertThat(trial(0).duration()).isPresent();
    assertThat(trial(1).intermediate().values())
        .containsExactly(
            trial(1).parameters().number("x"),
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0.25);
  }

  @Test
  void readsParameters() {
    TrialRecord trial = trial(6);
    assertThat(trial.parameters().names()).containsExactly("x", "q", "i", "l", "c", "deep");
    assertThat(trial.parameters().distribution("x")).isEqualTo(FloatDistribution.log(1e-5, 1));
    assertThat(trial.parameters().distribution("q"))
        .isEqualTo(FloatDistribution.stepped(0, 1, 0.1));
    assertThat(trial.parameters().distribution("i")).isEqualTo(IntDistribution.stepped(0, 10, 2));
    assertThat(trial.parameters().distribution("l")).isEqualTo(IntDistribution.log(1, 256));
    assertThat(trial.parameters().distribution("c"))
        .isEqualTo(CategoricalDistribution.of("a", Nothing.NOTHING, true, 3, 2.5));
    assertThat(trial.parameters().external())
        .containsEntry("c", Nothing.NOTHING)
        .containsEntry("i", 8L);
  }

  /** Optuna warns of a value outside of the range, and takes it. */
  @Test
  void readsValuesOutsideOfTheirRange() {
    assertThat(trial(10).parameters().number("x")).isEqualTo(2.5);
    assertThat(trial(10).parameters().distribution("x"))
        .isEqualTo(FloatDistribution.log(1e-5, 2.5));
  }

  @Test
  void readsAttributesWithNanAndNull() {
    assertThat(trial(0).userAttributes())
        .isEqualTo(
            Map.of(
                "note",
                List.of(
                    1L,
                    Nothing.NOTHING,
                    Map.of("k", Double.NaN),
                    Double.POSITIVE_INFINITY,
                    "\u00e9")));
  }

  @Test
  void goesOnWithTheStudy() {
    Study study = Study.builder("from-python").storage(storage).open();
    Trial enqueued = study.ask();
    assertThat(enqueued.suggestFloat("x", FloatDistribution.log(1e-5, 1))).isEqualTo(0.5);
    assertThat(enqueued.<Object>suggestCategorical("c", "a", Nothing.NOTHING, true, 3, 2.5))
        .isEqualTo(Nothing.NOTHING);
    Trial retried = study.ask();
    assertThat(retried.suggestFloat("x", FloatDistribution.log(1e-5, 1))).isEqualTo(0.25);
    study.optimize(
        12,
        trial ->
            Outcome.complete(
                trial.suggestFloat("x", FloatDistribution.log(1e-5, 1))
                    + trial.suggestInt("i", IntDistribution.stepped(0, 10, 2))));
    assertThat(study.snapshot().trials()).hasSize(25);
  }

  @Test
  void deletesTheStudy() {
    storage.deleteStudy(storage.findStudy("from-python").orElseThrow());
    assertThat(storage.studyNames()).containsExactly("two-objectives");
    assertThat(snapshot("two-objectives").trials()).hasSize(2);
  }
}
