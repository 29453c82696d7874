package org.hone.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.testkit.Histories;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UntriedTest {
  private static final Parameter KIND = Parameter.of("kind", CategoricalDistribution.of("a", "b"));
  private static final SearchSpace SPACE =
      SearchSpace.of(
          KIND,
          Parameter.of("n", IntDistribution.of(1, 9)).when(Literal.of(KIND, "a")),
          Parameter.of("flag", CategoricalDistribution.flag()));
  private static final int POINTS = 20;

  static List<String> samplers() {
    return Samplers.known();
  }

  private static List<ParameterValues> points(StudySnapshot snapshot) {
    return snapshot.trials().stream().map(TrialRecord::parameters).toList();
  }

  /** Every point once, then they come again. */
  @ParameterizedTest
  @MethodSource("samplers")
  void everySamplerTriesEveryPointOnce(String id) {
    if (id.equals("brute-force") || id.equals("grid")) {
      return;
    }
    Study study = Study.builder(id).space(SPACE).sampler(Samplers.named(id)).seed(3).create();
    study.optimize(
        POINTS,
        trial -> Outcome.complete(trial.parameters().contains("n") ? trial.number() % 3 : 5));
    assertThat(points(study.snapshot())).hasSize(POINTS).doesNotHaveDuplicates();
    assertThat(study.ask().parameters().names()).contains("kind");
  }

  @Test
  void saysWhichTrialHadBeenThere() {
    ParameterValues first = SPACE.defaults();
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE,
            List.of(new TrialDraft(1, 0, TrialState.RUNNING).parameters(first).record()));
    Suggestion moved =
        Untried.instead(Suggestion.of(first), snapshot, SPACE, new SplittableRandom(1));
    assertThat(moved.point()).isNotEqualTo(first);
    assertThat(moved.notes()).containsEntry(Untried.MOVED, 0);
    Suggestion fresh = Suggestion.of(moved.point());
    assertThat(Untried.instead(fresh, snapshot, SPACE, new SplittableRandom(1))).isSameAs(fresh);
  }

  @Test
  void leavesContinuousPointsAlone() {
    SearchSpace line = SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1)));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE,
            List.of(
                new TrialDraft(1, 0, TrialState.COMPLETE).parameters(line.defaults()).record()));
    Suggestion again = Suggestion.of(line.defaults());
    assertThat(Untried.instead(again, snapshot, line, new SplittableRandom(1))).isSameAs(again);
  }

  /** Whether or not something was remembered makes no difference. */
  @Test
  void remembersNothingButTime() {
    SearchSpace wide =
        SearchSpace.of(
            Parameter.of("x", IntDistribution.of(0, 15)),
            Parameter.of("y", IntDistribution.of(0, 15)));
    List<TrialRecord> trials =
        Histories.complete(wide, 200, point -> point.number("x"), 5).stream().toList();
    StudySnapshot growing = Histories.of(Direction.MINIMIZE, trials.subList(0, 100));
    Random random = new Random(2);
    for (int n = 100; n <= 200; n++) {
      StudySnapshot now = Histories.of(Direction.MINIMIZE, trials.subList(0, n));
      Suggestion again = Suggestion.of(trials.get(random.nextInt(n)).parameters());
      long seed = n;
      assertThat(Untried.instead(again, now.with(growing.memo()), wide, new SplittableRandom(seed)))
          .isEqualTo(Untried.instead(again, now, wide, new SplittableRandom(seed)));
    }
    Set<ParameterValues> tried = Set.copyOf(points(growing));
    assertThat(
            trials.stream()
                .map(trial -> Suggestion.of(trial.parameters()))
                .map(s -> Untried.instead(s, growing, wide, new SplittableRandom(4)).point())
                .collect(Collectors.toSet()))
        .doesNotContainAnyElementsOf(tried);
  }
}
