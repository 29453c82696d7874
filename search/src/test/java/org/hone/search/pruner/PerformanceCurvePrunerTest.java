package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.PrunerContract;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class PerformanceCurvePrunerTest implements PrunerContract {
  private static final int STEPS = 20;

  /** Without the spared ones, so that every trial shows what the model says. */
  private static final Pruner ALL = new PerformanceCurvePruner(3, 0.25, 0);

  /** Falls from 1 to the quality, most of it in the first steps. */
  private static double early(double quality, double step) {
    return quality + (1 - quality) * Math.exp(-step / 2);
  }

  /** The worse in the beginning, the better in the end. */
  private static double crossing(double quality, double step) {
    double end = step / STEPS;
    return quality * end + (1 - quality) * (1 - end) + 0.2;
  }

  @Override
  public Pruner pruner() {
    return new PerformanceCurvePruner();
  }

  private static double[] curve(DoubleBinaryOperator shape, double quality, int steps, long seed) {
    Random noise = new Random(seed);
    return IntStream.rangeClosed(1, steps)
        .mapToDouble(step -> shape.applyAsDouble(quality, step) + 0.002 * noise.nextGaussian())
        .toArray();
  }

  /** Complete trials of qualities spread over 0.2 to 0.6. */
  private static Curves study(DoubleBinaryOperator shape, int trials) {
    Curves curves = new Curves();
    for (int i = 0; i < trials; i++) {
      curves.complete(curve(shape, 0.2 + 0.4 * ((i * 7) % 10) / 10, STEPS, i));
    }
    return curves;
  }

  /** After how many reports a trial would be ended; {@code STEPS} if never. */
  private static int lifetime(
      Pruner pruner, DoubleBinaryOperator shape, double quality, int trials) {
    for (int steps = 1; steps < STEPS; steps++) {
      double[] running = curve(shape, quality, steps, 99);
      if (study(shape, trials).running(running).prunes(pruner)) {
        return steps;
      }
    }
    return STEPS;
  }

  @Test
  void endsWhatIsHopelessEarlyWhereCurvesKeepTheirOrder() {
    assertThat(lifetime(ALL, PerformanceCurvePrunerTest::early, 0.6, 10)).isLessThan(STEPS / 2);
    assertThat(lifetime(ALL, PerformanceCurvePrunerTest::early, 0.9, 10)).isLessThan(STEPS / 2);
  }

  @Test
  void sparesWhatMayBecomeTheBest() {
    for (double quality : new double[] {0.1, 0.18, 0.2}) {
      assertThat(lifetime(ALL, PerformanceCurvePrunerTest::early, quality, 10)).isEqualTo(STEPS);
    }
  }

  /** Where the last become the first, being behind in the beginning is no reason. */
  @Test
  void learnsThatCurvesCross() {
    for (double quality : new double[] {0.1, 0.18}) {
      assertThat(lifetime(ALL, PerformanceCurvePrunerTest::crossing, quality, 10)).isEqualTo(STEPS);
    }
    assertThat(lifetime(ALL, PerformanceCurvePrunerTest::crossing, 0.9, 10)).isLessThan(STEPS);
  }

  @Test
  void endsNothingBeforeEnoughTrialsAreComplete() {
    assertThat(lifetime(ALL, PerformanceCurvePrunerTest::early, 5, 2)).isEqualTo(STEPS);
    assertThat(lifetime(ALL, PerformanceCurvePrunerTest::early, 5, 3)).isLessThan(STEPS);
    Pruner patient = new PerformanceCurvePruner(8, 0.25, 0);
    assertThat(lifetime(patient, PerformanceCurvePrunerTest::early, 5, 7)).isEqualTo(STEPS);
  }

  @Test
  void aLargerThresholdEndsEarlierAndZeroEndsNothing() {
    DoubleBinaryOperator shape = PerformanceCurvePrunerTest::early;
    int careful = lifetime(new PerformanceCurvePruner(3, 0.01, 0), shape, 0.25, 10);
    int bold = lifetime(new PerformanceCurvePruner(3, 2, 0), shape, 0.25, 10);
    assertThat(bold).isLessThan(careful);
    assertThat(lifetime(new PerformanceCurvePruner(3, 0, 0), shape, 5, 10)).isEqualTo(STEPS);
  }

  @Test
  void sparesTheControlGroup() {
    DoubleBinaryOperator shape = PerformanceCurvePrunerTest::early;
    assertThat(lifetime(new PerformanceCurvePruner(3, 0.25, 1), shape, 5, 10)).isEqualTo(STEPS);
    Pruner half = new PerformanceCurvePruner(3, 0.25, 0.5);
    long spared = IntStream.range(5, 45).filter(n -> lifetime(half, shape, 5, n) == STEPS).count();
    assertThat(spared).isBetween(8L, 32L);
  }

  /** One category falls late and to the best, the other stays where it is. */
  @Test
  void learnsFromParametersWhatACurveDoesNotTell() {
    SearchSpace space =
        new SearchSpace(
            List.of(Parameter.of("kind", CategoricalDistribution.of("flat", "late"))), List.of());
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      TrialDraft draft = draft(space, i, i % 2, TrialState.COMPLETE, STEPS);
      double last = draft.record().lastReport().orElseThrow();
      trials.add(draft.values(List.of(last)).record());
    }
    TrialRecord flat = draft(space, 14, 0, TrialState.RUNNING, 12).record();
    TrialRecord late = draft(space, 14, 1, TrialState.RUNNING, 12).record();
    assertThat(ALL.shouldPrune(snapshot(space, trials, flat), flat)).isTrue();
    assertThat(ALL.shouldPrune(snapshot(space, trials, late), late)).isFalse();
  }

  private static TrialDraft draft(
      SearchSpace space, int number, int kind, TrialState state, int steps) {
    ParameterValues point = space.at(new double[] {kind});
    TrialDraft draft = new TrialDraft(number + 1, number, state).parameters(point);
    double[] curve = curve((q, step) -> kind == 1 && step > 15 ? 0.1 : 0.5, 0, steps, number);
    for (int k = 0; k < steps; k++) {
      draft.intermediate(k + 1, curve[k]);
    }
    return draft;
  }

  private static StudySnapshot snapshot(
      SearchSpace space, List<TrialRecord> trials, TrialRecord last) {
    List<TrialRecord> all = new ArrayList<>(trials);
    all.add(last);
    return StudySnapshot.of(
        new StudyDefinition(
            "kinds", List.of(Direction.MINIMIZE), Optional.of(space), Catalogue.empty()),
        all);
  }

  @Test
  void looksAtReportsAQuarterApartAndNotAtTheEnd() {
    List<Integer> looked = new ArrayList<>();
    Pruner certain = new PerformanceCurvePruner(3, 1e9, 0);
    for (int steps = 1; steps <= STEPS; steps++) {
      double[] running = curve(PerformanceCurvePrunerTest::early, 0.6, steps, 99);
      if (study(PerformanceCurvePrunerTest::early, 10).running(running).prunes(certain)) {
        looked.add(steps);
      }
    }
    assertThat(looked).containsExactly(1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 19);
  }

  @Test
  void endsWhatDivergesOnceOthersAreComplete() {
    double nan = Double.NaN;
    DoubleBinaryOperator shape = PerformanceCurvePrunerTest::early;
    assertThat(study(shape, 3).running(0.1, nan).prunes(ALL)).isTrue();
    assertThat(study(shape, 2).running(0.1, nan).prunes(ALL)).isFalse();
    assertThat(study(shape, 10).running(Double.POSITIVE_INFINITY).prunes(ALL)).isTrue();
    assertThat(study(shape, 10).running(Double.NEGATIVE_INFINITY).prunes(ALL)).isFalse();
  }

  @Test
  void toleratesAllKindsOfPasts() {
    Curves curves = study(PerformanceCurvePrunerTest::early, 5);
    curves.valued(Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY);
    curves.valued(0.5, Double.NaN, Double.NaN, 0.5);
    curves.valued(0.5, 0.5).ended(TrialState.FAIL, 1).ended(TrialState.PRUNED, 1, 2);
    assertThatCode(() -> curves.running(9, 9, 9).prunes(ALL)).doesNotThrowAnyException();
    Curves same = new Curves().complete(1, 1, 1).complete(1, 1, 1).complete(1, 1, 1);
    assertThat(same.running(1).prunes(ALL)).isFalse();
  }

  @Test
  void isAsGoodWithHundredsOfTrialsAndWithoutWhatWasKept() {
    Curves many = study(PerformanceCurvePrunerTest::early, 300);
    assertThat(many.running(curve(PerformanceCurvePrunerTest::early, 0.9, 10, 5)).prunes(ALL))
        .isTrue();
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      trials.add(complete(i, 0.2 + 0.05 * i));
    }
    TrialRecord bad = running(8, 0.9);
    List<TrialRecord> with = new ArrayList<>(trials);
    with.add(bad);
    StudySnapshot first = Histories.of(Direction.MINIMIZE, with);
    assertThat(ALL.shouldPrune(first, bad)).isTrue();
    List<TrialRecord> later = new ArrayList<>(trials);
    later.add(complete(8, 0.15));
    TrialRecord next = running(9, 0.16);
    later.add(next);
    StudySnapshot fresh = Histories.of(Direction.MINIMIZE, later);
    StudySnapshot carried = fresh.with(first.memo());
    assertThat(ALL.shouldPrune(carried, next)).isEqualTo(ALL.shouldPrune(fresh, next));
  }

  private static TrialRecord complete(int number, double quality) {
    TrialRecord whole = reported(number, TrialState.COMPLETE, quality, STEPS).record();
    return reported(number, TrialState.COMPLETE, quality, STEPS)
        .values(List.of(whole.lastReport().orElseThrow()))
        .record();
  }

  private static TrialRecord running(int number, double quality) {
    return reported(number, TrialState.RUNNING, quality, 10).record();
  }

  private static TrialDraft reported(int number, TrialState state, double quality, int steps) {
    TrialDraft draft = new TrialDraft(number + 1, number, state);
    double[] curve = curve(PerformanceCurvePrunerTest::early, quality, steps, number);
    for (int k = 0; k < steps; k++) {
      draft.intermediate(k + 1, curve[k]);
    }
    return draft;
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PerformanceCurvePruner(0, 0.25, 0.1))
        .withMessageContaining("0");
    assertThatIllegalArgumentException().isThrownBy(() -> new PerformanceCurvePruner(3, -1, 0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PerformanceCurvePruner(3, Double.NaN, 0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PerformanceCurvePruner(3, 0.25, 1.5))
        .withMessageContaining("1.5");
  }
}
