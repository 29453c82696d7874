package org.hone.search.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.search.pruner.MedianPruner;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class StudyTest {
  private static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("x", FloatDistribution.of(-5, 5)),
          Parameter.of("n", IntDistribution.of(0, 9)));

  private static double sphere(ParameterValues point) {
    return Math.pow(point.number("x") - 1, 2) + Math.pow(point.number("n") - 4, 2);
  }

  private static ParameterValues point(double x, int n) {
    return SPACE.fromExternal(Map.of("x", x, "n", n));
  }

  private static Study study() {
    return Study.builder("study").space(SPACE).create();
  }

  private static TrialRecord last(Study study) {
    List<TrialRecord> trials = study.snapshot().trials();
    return trials.get(trials.size() - 1);
  }

  // region optimize
  @Test
  void findsTheMinimum() {
    Study study = Study.builder("sphere").direction(Direction.MINIMIZE).space(SPACE).create();
    study.optimize(100, trial -> Outcome.complete(sphere(trial.parameters())));
    TrialRecord best = study.best().orElseThrow();
    assertThat(best.parameters().number("x")).isCloseTo(1, within(0.5));
    assertThat(best.parameters().integer("n")).isEqualTo(4);
  }

  // endregion

  private static List<ParameterValues> points(long seed, int trials) {
    Study study = Study.builder("study").space(SPACE).seed(seed).create();
    study.optimize(trials, trial -> Outcome.complete(sphere(trial.parameters())));
    return study.snapshot().trials().stream().map(TrialRecord::parameters).toList();
  }

  @Test
  void repeatsItselfWithTheSameSeed() {
    assertThat(points(7, 40)).isEqualTo(points(7, 40)).isNotEqualTo(points(8, 40));
    assertThat(points(7, 40)).startsWith(points(7, 20).toArray(ParameterValues[]::new));
  }

  /** Three at a time, of which the one that began second always ends first. */
  private static List<ParameterValues> pointsOfThreeWorkers(int trials) {
    Storage storage = new InMemoryStorage();
    Study study = Study.builder("study").space(SPACE).storage(storage).seed(7).create();
    Deque<Trial> running = new ArrayDeque<>();
    for (int i = 0; i < trials; i++) {
      running.add(study.ask());
      if (running.size() == 3) {
        Trial first = running.remove();
        Trial second = running.remove();
        study.tell(second, Outcome.complete(sphere(second.parameters())));
        running.addFirst(first);
      }
    }
    return study.snapshot().trials().stream().map(TrialRecord::parameters).toList();
  }

  @Test
  void severalWorkersGetTheSameTrialsWhenResultsArriveInTheSameOrder() {
    assertThat(pointsOfThreeWorkers(40))
        .isEqualTo(pointsOfThreeWorkers(40))
        .isNotEqualTo(points(7, 40));
  }

  @Test
  void goesOnAsIfItHadNeverStopped() {
    Storage storage = new InMemoryStorage();
    for (int i = 0; i < 4; i++) {
      Study.builder("study")
          .space(SPACE)
          .storage(storage)
          .seed(7)
          .openOrCreate()
          .optimize(10, trial -> Outcome.complete(sphere(trial.parameters())));
    }
    Study study = Study.builder("study").storage(storage).open();
    assertThat(study.definition().space()).contains(SPACE);
    assertThat(study.snapshot().trials())
        .extracting(TrialRecord::parameters)
        .isEqualTo(points(7, 40));
  }

  @Test
  void refusesATakenNameAndAnUnknownOne() {
    Storage storage = new InMemoryStorage();
    Study.builder("one").storage(storage).create();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Study.builder("one").storage(storage).create())
        .withMessageContaining("'one'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Study.builder("two").storage(storage).open())
        .withMessage("no study 'two'; known: one");
  }

  @Test
  void tellsOutcomes() {
    Study study = study();
    assertThat(study.tell(study.ask(), Outcome.complete(0.5))).isTrue();
    assertThat(last(study).values()).containsExactly(0.5);
    study.tell(study.ask(), Outcome.complete(Double.NEGATIVE_INFINITY));
    assertThat(last(study).values()).containsExactly(Double.NEGATIVE_INFINITY);
    study.tell(study.ask(), Outcome.failed("no memory"));
    assertThat(last(study).state()).isEqualTo(TrialState.FAIL);
    assertThat(last(study).reason()).contains("no memory");
    study.tell(study.ask(), Outcome.complete(Double.NaN));
    assertThat(last(study).state()).isEqualTo(TrialState.FAIL);
    assertThat(last(study).reason()).contains("the objective is NaN");
  }

  @Test
  void keepsAPrunedTrialsLastReport() {
    Study study = study();
    study.tell(study.ask(), Outcome.pruned());
    assertThat(last(study).state()).isEqualTo(TrialState.PRUNED);
    assertThat(last(study).values()).isEmpty();
    Trial reporting = study.ask();
    reporting.report(2, 0.25);
    reporting.report(1, 9);
    study.tell(reporting, Outcome.pruned());
    assertThat(last(study).values()).containsExactly(0.25);
    Trial nan = study.ask();
    nan.report(1, 0.5);
    nan.report(2, Double.NaN);
    study.tell(nan, Outcome.pruned());
    assertThat(last(study).values()).isEmpty();
  }

  @Test
  void endsATrialOnce() {
    Study study = study();
    Trial trial = study.ask();
    study.tell(trial, Outcome.complete(1));
    assertThat(study.tell(trial, Outcome.complete(2))).isFalse();
    assertThat(last(study).values()).containsExactly(1.0);
    assertThatIllegalStateException().isThrownBy(() -> trial.report(1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial.report(-1, 1))
        .withMessageContaining("-1");
  }

  @Test
  void wantsAValueForEveryObjective() {
    Study study = study();
    Trial trial = study.ask();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study.tell(trial, Outcome.complete(1, 2)))
        .withMessageContaining("[1.0, 2.0]");
    assertThat(last(study).state()).isEqualTo(TrialState.RUNNING);
  }

  @Test
  void drawsAtRandomWithSeveralObjectives() {
    Study study =
        Study.builder("two")
            .directions(List.of(Direction.MINIMIZE, Direction.MAXIMIZE))
            .space(SPACE)
            .create();
    study.optimize(
        20,
        trial -> {
          trial.report(1, 0, 1);
          assertThat(trial.shouldPrune()).isFalse();
          return Outcome.complete(1, trial.number());
        });
    assertThat(study.snapshot().in(TrialState.COMPLETE)).hasSize(20);
    assertThatIllegalStateException().isThrownBy(study::best);
  }

  @Test
  void servesTheQueueFirst() {
    Study study = study();
    assertThat(study.enqueue(point(1, 2))).isZero();
    assertThat(study.enqueue(point(3, 4))).isEqualTo(1);
    List<ParameterValues> points = new ArrayList<>();
    study.optimize(
        3,
        trial -> {
          points.add(trial.parameters());
          return Outcome.complete(0);
        });
    assertThat(points).hasSize(3).startsWith(point(1, 2), point(3, 4));
    assertThat(study.snapshot().trials()).extracting(TrialRecord::parameters).isEqualTo(points);
  }

  @Test
  void beginsWithGivenValues() {
    Study study = study();
    Trial trial = study.ask(point(-1, 7));
    assertThat(trial.parameters()).isEqualTo(point(-1, 7));
    assertThat(last(study).parameters()).isEqualTo(point(-1, 7));
    ParameterValues alien = ParameterValues.empty().with("y", FloatDistribution.of(0, 1), 0.5);
    assertThatIllegalArgumentException().isThrownBy(() -> study.ask(alien));
    assertThatIllegalArgumentException().isThrownBy(() -> study.enqueue(alien));
    assertThat(study.snapshot().trials()).hasSize(1);
  }

  /** Python enqueues some values only, and does not check them. */
  @Test
  void completesPartsAndFailsMisfits() {
    Storage storage = new InMemoryStorage();
    Study study = Study.builder("study").space(SPACE).storage(storage).create();
    List<Map<String, Object>> queue = List.of(Map.of("n", 99), Map.of("other", 1), Map.of("n", 3L));
    for (Map<String, Object> fixed : queue) {
      storage.createTrial(
          study.id(),
          TrialState.WAITING,
          ParameterValues.empty(),
          Map.of(TrialRecord.FIXED_PARAMETERS, fixed));
    }
    Trial trial = study.ask();
    assertThat(trial.number()).isEqualTo(2);
    assertThat(trial.parameters().names()).isEqualTo(Set.of("x", "n"));
    assertThat(trial.parameters().integer("n")).isEqualTo(3);
    List<TrialRecord> failed = study.snapshot().in(TrialState.FAIL).toList();
    assertThat(failed).hasSize(2);
    assertThat(failed.get(0).reason()).contains("99 is not one of: int 0..9");
    assertThat(failed.get(1).reason().orElseThrow()).contains("'other'");
  }

  @Test
  void failsTheTrialThatASamplerCannotSample() {
    Sampler broken =
        new Sampler() {
          @Override
          public String id() {
            return "broken";
          }

          @Override
          public Suggestion sample(
              StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
            throw new UnsupportedOperationException("cannot");
          }
        };
    Study study = Study.builder("study").space(SPACE).sampler(broken).create();
    assertThatThrownBy(study::ask).isInstanceOf(UnsupportedOperationException.class);
    assertThat(last(study).state()).isEqualTo(TrialState.FAIL);
    assertThat(last(study).reason()).contains("cannot");
  }

  @Test
  void keepsWhatTrialsRecord() {
    Study study = study();
    study.setUserAttribute("owner", "Ada");
    Trial trial = study.ask();
    Provenance provenance = new Provenance(1, "f", "r", Map.of(), "e", "d", Map.of());
    trial.setUserAttribute("note", List.of(1, 2));
    trial.appendSeries(1, Map.of("loss", 0.5));
    trial.setProvenance(provenance);
    assertThat(study.snapshot().userAttributes()).isEqualTo(Map.of("owner", "Ada"));
    assertThat(last(study).userAttributes()).isEqualTo(Map.of("note", List.of(1L, 2L)));
    assertThat(last(study).id()).isEqualTo(trial.id());
    assertThat(study.details(last(study)).provenance()).contains(provenance);
    assertThat(study.details(last(study)).series())
        .extracting(MetricSeries::name)
        .containsExactly("loss");
  }

  @Test
  void prunesByTheMedian() {
    Study study =
        Study.builder("study")
            .space(SPACE)
            .sampler(new RandomSampler())
            .pruner(new MedianPruner())
            .create();
    study.optimize(
        40,
        trial -> {
          for (int step = 1; step <= 3; step++) {
            trial.report(step, sphere(trial.parameters()));
            if (trial.shouldPrune()) {
              return Outcome.pruned();
            }
          }
          return Outcome.complete(sphere(trial.parameters()));
        });
    StudySnapshot snapshot = study.snapshot();
    assertThat(snapshot.in(TrialState.PRUNED).count()).isBetween(10L, 34L);
    assertThat(snapshot.trials().subList(0, 5))
        .extracting(TrialRecord::state)
        .containsOnly(TrialState.COMPLETE);
  }

  @Test
  void enqueuesInterruptedTrialsAgain() {
    Study study = study();
    study.enqueue(point(1, 2));
    Trial fixed = study.ask();
    Trial sampled = study.ask();
    study.tell(study.ask(), Outcome.complete(1));
    study.enqueue(point(5, 5));
    assertThat(study.recoverInterrupted()).containsExactly(0, 1);
    StudySnapshot snapshot = study.snapshot();
    assertThat(snapshot.in(TrialState.RUNNING)).isEmpty();
    assertThat(snapshot.trials().get(1).reason()).contains("interrupted");
    assertThat(snapshot.in(TrialState.WAITING)).hasSize(3);
    TrialRecord retry = snapshot.trials().get(5);
    assertThat(retry.systemAttributes())
        .containsEntry("failed_trial", 1L)
        .containsEntry("retry_history", List.of(1L))
        .containsEntry(TrialRecord.FIXED_PARAMETERS, sampled.parameters().external());
    assertThat(study.tell(fixed, Outcome.complete(1))).isFalse();
    assertThat(IntStream.range(0, 3).mapToObj(i -> study.ask().parameters()))
        .containsExactly(point(5, 5), fixed.parameters(), sampled.parameters());
    assertThat(study.recoverInterrupted()).containsExactly(3, 4, 5);
    assertThat(last(study).systemAttributes())
        .containsEntry("failed_trial", 1L)
        .containsEntry("retry_history", List.of(1L, 5L));
  }

  /** A process may die between claiming a trial and giving it its parameters. */
  @Test
  void keepsFixedValuesOfATrialInterruptedBeforeItBegan() {
    Storage storage = new InMemoryStorage();
    Study study = Study.builder("study").space(SPACE).storage(storage).create();
    study.enqueue(point(1, 2));
    storage.claimWaiting(study.id());
    assertThat(study.recoverInterrupted()).containsExactly(0);
    assertThat(study.ask().parameters()).isEqualTo(point(1, 2));
  }

  @Test
  void tellsListenersOfEveryTrialThatEnds() {
    List<String> heard = new ArrayList<>();
    Study study =
        Study.builder("study")
            .space(SPACE)
            .listener(
                (snapshot, trial) -> heard.add(trial.number() + " of " + snapshot.trials().size()))
            .listener((snapshot, trial) -> heard.add(trial.state().name()))
            .create();
    study.optimize(2, trial -> trial.number() == 0 ? Outcome.complete(1) : Outcome.failed("why"));
    assertThat(heard).containsExactly("0 of 1", "COMPLETE", "1 of 2", "FAIL");
  }

  @Test
  void searchesAnEmptySpace() {
    Study study = Study.builder("study").space(SearchSpace.empty()).create();
    study.optimize(12, trial -> Outcome.complete(trial.parameters().names().size()));
    assertThat(study.best().flatMap(best -> Optional.of(best.values()))).contains(List.of(0.0));
  }
}
