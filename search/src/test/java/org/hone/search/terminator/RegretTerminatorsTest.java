package org.hone.search.terminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hone.search.sampler.gp.GpSampler;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class RegretTerminatorsTest {
  private static final SearchSpace LINE =
      SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1)));

  private static StudySnapshot parabola(int trials) {
    Study study = Study.builder("parabola").space(LINE).sampler(new GpSampler()).seed(2).create();
    study.optimize(
        trials, trial -> Outcome.complete(100 * Math.pow(trial.parameters().number("x") - 0.3, 2)));
    return study.snapshot();
  }

  private static StudySnapshot first(StudySnapshot snapshot, int count) {
    return StudySnapshot.of(snapshot.definition(), snapshot.trials().subList(0, count));
  }

  @Test
  void aBoundOnTheRegretFallsAsTheFunctionBecomesKnown() {
    StudySnapshot snapshot = parabola(25);
    Terminator terminator = RegretBound.below(2);
    assertThat(terminator.shouldStop(first(snapshot, 5))).as("too few trials").isFalse();
    assertThat(terminator.shouldStop(snapshot)).isTrue();
    assertThat(RegretBound.below(0).shouldStop(snapshot)).as("never certain").isFalse();
  }

  @Test
  void theRegretIsInTheObjectivesOwnUnit() {
    StudySnapshot snapshot = parabola(25);
    List<TrialRecord> small =
        snapshot.trials().stream()
            .map(
                trial ->
                    new org.hone.search.trial.TrialDraft(trial.id(), trial.number(), trial.state())
                        .parameters(trial.parameters())
                        .values(List.of(trial.values().get(0) / 1000))
                        .record())
            .toList();
    StudySnapshot scaled = StudySnapshot.of(snapshot.definition(), small);
    for (double error : new double[] {1e-4, 1e-2, 1, 100}) {
      assertThat(RegretBound.below(error / 1000).shouldStop(scaled))
          .isEqualTo(RegretBound.below(error).shouldStop(snapshot));
    }
  }

  @Test
  void onAnUnknownRuggedFunctionNobodyStops() {
    SearchSpace cube =
        SearchSpace.of(
            IntStream.range(0, 4)
                .mapToObj(i -> Parameter.of("x" + i, FloatDistribution.of(0, 1)))
                .toArray(Parameter[]::new));
    SplittableRandom random = new SplittableRandom(1);
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE, Histories.complete(cube, 40, point -> random.nextDouble(), 3));
    assertThat(RegretBound.below(0.01).shouldStop(snapshot)).isFalse();
    assertThat(RegretGap.standard().shouldStop(snapshot)).isFalse();
  }

  @Test
  void theGapClosesOnceTrialsTeachNothingNew() {
    StudySnapshot snapshot = parabola(60);
    RegretGap terminator = new RegretGap(0.05, 5);
    assertThat(terminator.shouldStop(first(snapshot, 15))).as("still measuring").isFalse();
    assertThat(
            IntStream.rangeClosed(16, 60)
                .anyMatch(count -> terminator.shouldStop(first(snapshot, count))))
        .isTrue();
  }

  @Test
  void theGapIsTheSameWhateverIsRemembered() {
    StudySnapshot snapshot = parabola(20);
    RegretGap terminator = new RegretGap(0.5, 4);
    boolean fresh = terminator.shouldStop(first(snapshot, 20));
    StudySnapshot remembering = first(snapshot, 17);
    terminator.shouldStop(remembering);
    assertThat(terminator.shouldStop(first(snapshot, 20).with(remembering.memo())))
        .isEqualTo(fresh);
  }

  @Test
  void bothBearAnyHistoryAndDefineByRun() {
    for (long seed = 0; seed < 5; seed++) {
      StudySnapshot snapshot =
          Histories.of(Direction.MAXIMIZE, Histories.mixed(SamplerContract.everything(), 60, seed));
      RegretBound.below(0.1).shouldStop(snapshot);
      new RegretGap(0.1, 3).shouldStop(snapshot);
    }
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b"));
    SearchSpace conditional =
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(0, 1)),
            kind,
            Parameter.of("y", FloatDistribution.of(0, 1)).when(Literal.of(kind, "b")));
    StudySnapshot undeclared =
        Histories.of(
            Direction.MINIMIZE, Histories.complete(conditional, 30, p -> p.number("x"), 1));
    assertThat(CommonSpace.of(undeclared).parameters())
        .extracting(Parameter::name)
        .containsExactly("x", "kind");
    assertThat(RegretBound.below(0.2).shouldStop(undeclared)).isTrue();
  }

  @Test
  void refuseWhatCannotBe() {
    assertThatThrownBy(() -> RegretBound.below(-1)).hasMessageContaining("error=-1.0");
    assertThatThrownBy(() -> new RegretBound(1, 1)).hasMessageContaining("delta=1.0");
    assertThatThrownBy(() -> new RegretGap(0, 5)).hasMessageContaining("ratio=0.0");
    assertThatThrownBy(() -> new RegretGap(0.1, 0)).hasMessageContaining("initial=0");
  }
}
