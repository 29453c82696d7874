package org.hone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.storage.jdbc.Storages;
import org.hone.search.study.Budget;
import org.hone.search.study.Objective;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.ParetoFront;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of README.md and of src/site/storage.md, which must be found here word by word. */
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

  @Test
  void severalObjectives() {
    // region several-objectives
    Study study =
        Study.builder("trade-off")
            .directions(List.of(Direction.MINIMIZE, Direction.MINIMIZE))
            .space(SearchSpace.of(Parameter.of("size", IntDistribution.of(1, 64))))
            .seed(1)
            .create();
    study.optimize(
        20,
        trial -> {
          int size = trial.parameters().integer("size");
          trial.setConstraint("memory", size - 48);
          return Outcome.complete(1.0 / size, size);
        });
    List<TrialRecord> front = ParetoFront.of(study.snapshot());
    // endregion
    assertThat(front).isNotEmpty().allMatch(trial -> trial.parameters().integer("size") <= 48);
  }

  @Test
  void askedAndTold() {
    FloatDistribution range = FloatDistribution.of(0, 1);
    Study study = Study.builder("asked").space(SearchSpace.of(Parameter.of("x", range))).create();
    Objective objective = t -> Outcome.complete(measure(t.parameters().number("x")));
    // region asked-and-told
    study.enqueue(ParameterValues.empty().with("x", range, 0.5));
    Trial trial = study.ask();
    study.tell(trial, Outcome.complete(measure(trial.parameters().number("x"))));
    study.optimize(Budget.trials(40).within(Duration.ofMinutes(10)), 4, objective);
    // endregion
    assertThat(study.snapshot().trials()).hasSize(41);
    assertThat(trial.parameters().number("x")).isEqualTo(0.5);
  }

  private static double measure(double x) {
    return (x - 0.2) * (x - 0.2);
  }

  private static double fit(Map<String, Object> parameters) {
    double bend = parameters.get("bend") instanceof Double value ? value : 0;
    return parameters.get("slope") instanceof Double slope ? 1 - slope * slope - bend : 0;
  }
}
