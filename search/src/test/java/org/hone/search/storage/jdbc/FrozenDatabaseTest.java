package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.search.storage.Storage;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.MetricSeries.Point;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every database that a released Hone ever wrote can be read. */
class FrozenDatabaseTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/hone/search/storage/jdbc");

  @TempDir private Path folder;

  private Storage open(int version) throws IOException {
    String name = "schema-%d.db".formatted(version);
    return JdbcStorage.open(Files.copy(FOLDER.resolve(name), folder.resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void readsEverything(int version) throws IOException {
    try (Storage storage = open(version)) {
      StudySnapshot snapshot = storage.snapshot(storage.findStudy("frozen").orElseThrow());
      assertThat(snapshot.definition()).isEqualTo(FrozenDatabase.DEFINITION);
      assertThat(snapshot.userAttributes())
          .isEqualTo(Map.of("owner", List.of("Ada", 1L, 2.5, Double.NaN)));
      assertThat(snapshot.systemAttributes())
          .isEqualTo(Map.of("study:metric_names", List.of("accuracy")));
      assertThat(snapshot.trials())
          .extracting(TrialRecord::state)
          .containsExactly(
              TrialState.COMPLETE,
              TrialState.COMPLETE,
              TrialState.PRUNED,
              TrialState.FAIL,
              TrialState.RUNNING,
              TrialState.WAITING);
      assertThat(snapshot.trials().subList(0, 5))
          .extracting(TrialRecord::parameters)
          .containsExactlyElementsOf(
              IntStream.range(0, 5).mapToObj(FrozenDatabase::point).toList());
      assertTrials(snapshot);
      assertThat(storage.details(snapshot.trials().get(0).id()))
          .isEqualTo(
              new TrialDetails(
                  Optional.of(FrozenDatabase.PROVENANCE),
                  List.of(
                      new MetricSeries(
                          "loss",
                          List.of(new Point(1, 0.5), new Point(2, Double.POSITIVE_INFINITY))),
                      new MetricSeries("rate", List.of(new Point(1, Double.NaN))))));
    }
  }

  private static void assertTrials(StudySnapshot snapshot) {
    TrialRecord first = snapshot.trials().get(0);
    assertThat(first.values()).containsExactly(0.5);
    assertThat(first.intermediate().values())
        .containsExactly(0.125, Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(first.userAttributes()).isEqualTo(Map.of("note", Map.of("deep", List.of(true))));
    assertThat(first.started()).contains(FrozenDatabase.TIME);
    assertThat(first.completed()).contains(FrozenDatabase.TIME);
    assertThat(snapshot.trials().get(1).values()).containsExactly(Double.POSITIVE_INFINITY);
    assertThat(snapshot.trials().get(2).values()).containsExactly(0.25);
    assertThat(snapshot.trials().get(3).reason()).contains("out of memory");
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void goesOn(int version) throws IOException {
    try (Storage storage = open(version)) {
      Study study = Study.builder("frozen").storage(storage).open();
      assertThat(study.recoverInterrupted()).containsExactly(4);
      assertThat(study.ask().parameters()).isEqualTo(FrozenDatabase.point(5));
      assertThat(study.ask().parameters()).isEqualTo(FrozenDatabase.point(4));
      study.optimize(10, trial -> Outcome.complete(trial.number()));
      assertThat(study.snapshot().trials()).hasSize(17);
    }
  }
}
