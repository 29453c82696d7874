package org.hone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.storage.jdbc.Storages;
import org.hone.search.study.Budget;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of src/site/search.md and storage.md, which must be found here word by word. */
class QuickstartTest {
  @Test
  void asTheyCome() {
    // region as-they-come
    Study study = Study.builder("parabola").seed(1).create();
    study.optimize(
        100,
        trial -> {
          double x = trial.suggestFloat("x", -10, 10);
          int n = trial.suggestInt("n", 1, 5);
          return Outcome.complete((x - 2) * (x - 2) + n);
        });
    TrialRecord best = study.best().orElseThrow();
    // endregion
    assertThat(best.values().get(0)).isLessThan(1.5);
  }

  @Test
  void shared(@TempDir Path folder) {
    SearchSpace space = SearchSpace.of(Parameter.of("slope", FloatDistribution.of(-1, 1)));
    try (Storage storage = Storages.open(folder.resolve("studies.db").toString())) {
      // region shared
      Study study =
          Study.builder("fit")
              .space(space)
              .storage(storage)
              .heartbeat(Duration.ofMinutes(1))
              .openOrCreate();
      study.optimize(
          Budget.trials(20), 2, trial -> Outcome.complete(fit(trial.parameters().external())));
      // endregion
      assertThat(study.snapshot().in(TrialState.COMPLETE)).hasSize(20);
    }
  }

  @Test
  void declared(@TempDir Path folder) {
    Path file = folder.resolve("studies.db");
    // region declared
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("line", "curve"));
    Parameter slope = Parameter.of("slope", FloatDistribution.of(-1, 1), 0.0);
    Parameter bend =
        Parameter.of("bend", FloatDistribution.log(1e-3, 1)).when(Literal.of(kind, "curve"));
    try (Storage storage = JdbcStorage.open(file)) {
      Study study =
          Study.builder("fit")
              .direction(Direction.MAXIMIZE)
              .space(SearchSpace.of(kind, slope, bend))
              .storage(storage)
              .seed(1)
              .openOrCreate();
      study.optimize(60, trial -> Outcome.complete(fit(trial.parameters().external())));
    }
    // endregion
    try (Storage storage = JdbcStorage.open(file)) {
      assertThat(storage.studyNames()).containsExactly("fit");
    }
  }

  @Test
  void stepByStep() {
    // region step-by-step
    Study study = Study.builder("curves").seed(1).create();
    study.optimize(
        30,
        trial -> {
          double rate = trial.suggestFloat("rate", 0, 1);
          for (int step = 1; step <= 10; step++) {
            trial.report(step, Math.abs(rate - 0.3) + 1.0 / step);
            if (trial.shouldPrune()) {
              return Outcome.pruned();
            }
          }
          return Outcome.complete(Math.abs(rate - 0.3) + 0.1);
        });
    // endregion
    assertThat(study.best()).isPresent();
  }

  private static double fit(Map<String, Object> parameters) {
    double bend = parameters.get("bend") instanceof Double value ? value : 0;
    return parameters.get("slope") instanceof Double slope ? 1 - slope * slope - bend : 0;
  }
}
