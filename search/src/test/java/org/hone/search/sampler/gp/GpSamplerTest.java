package org.hone.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hone.search.sampler.Sampler;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.JointSamplerContract;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class GpSamplerTest implements SamplerContract, JointSamplerContract {
  private static final FloatDistribution UNIT = FloatDistribution.of(0, 1);
  private static final SearchSpace LINE = SearchSpace.of(Parameter.of("x", UNIT));

  @Override
  public Sampler sampler() {
    return new GpSampler();
  }

  private ParameterValues next(StudySnapshot snapshot, SearchSpace space, long seed) {
    return sampler().sample(snapshot, space, new SplittableRandom(seed)).point();
  }

  private double nextX(List<TrialRecord> trials, long seed) {
    return next(Histories.of(Direction.MINIMIZE, trials), LINE, seed).number("x");
  }

  private static TrialDraft draft(int number, TrialState state, double x) {
    return new TrialDraft(number + 1, number, state).parameter("x", UNIT, x);
  }

  private static List<TrialRecord> grid(int count, Function<Double, Double> function) {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = (i + 0.5) / count;
      trials.add(draft(i, TrialState.COMPLETE, x).values(List.of(function.apply(x))).record());
    }
    return trials;
  }

  @Test
  void beginsWithTheDefaults() {
    SearchSpace space = SearchSpace.of(Parameter.of("x", UNIT, 0.7), Parameter.of("y", UNIT));
    StudySnapshot empty = Histories.of(Direction.MINIMIZE, List.of());
    assertThat(next(empty, space, 1)).isEqualTo(space.defaults());
  }

  @Test
  void spreadsTheFirstPoints() {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < InitialDesign.SIZE; i++) {
      trials.add(draft(i, TrialState.RUNNING, nextX(trials, i)).record());
    }
    double[] x = trials.stream().mapToDouble(t -> t.parameters().number("x")).sorted().toArray();
    for (int i = 1; i < x.length; i++) {
      assertThat(x[i] - x[i - 1]).isBetween(0.01, 0.3);
    }
  }

  @Test
  void findsTheMinimumBetweenItsNeighbours() {
    assertThat(nextX(grid(12, x -> Math.pow(x - 0.37, 2)), 1)).isBetween(0.34, 0.4);
  }

  /** How much more than the least posterior mean is asked for after so many trials. */
  private static double improvementAskedFor(int trials) {
    StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, grid(trials, x -> Math.sin(9 * x)));
    Model model = Model.of(History.of(snapshot, LINE));
    double best = Arrays.stream(model.means()).mapToDouble(mean -> mean[0]).min().orElseThrow();
    return best - ((LogExpectedImprovement) model.acquisition()).best();
  }

  @Test
  void asksForAnyImprovementInTwoTurnsAndForOneWorthATrialInTheNextTwo() {
    double[] asked =
        IntStream.range(12, 18).mapToDouble(GpSamplerTest::improvementAskedFor).toArray();
    assertThat(asked).containsExactly(new double[] {0, 0, 0.05, 0.05, 0, 0}, within(1e-12));
  }

  /** What another process has computed before, or this one, is of no effect. */
  @Test
  void suggestsTheSameWhateverItRemembers() {
    SearchSpace space = Mixed.SPACE;
    List<TrialRecord> trials = Histories.complete(space, 34, Mixed::value, 1);
    StudySnapshot warm = Histories.of(Direction.MINIMIZE, trials.subList(0, 20));
    for (int n = 20; n <= trials.size(); n++) {
      StudySnapshot cold = Histories.of(Direction.MINIMIZE, trials.subList(0, n));
      warm = StudySnapshot.of(warm.definition(), trials.subList(0, n)).with(warm.memo());
      assertThat(next(warm, space, n)).isEqualTo(next(cold, space, n));
    }
  }

  /** A trial that ended late changes which were the first ones. */
  @Test
  void noticesThatAnEarlierTrialEndedLater() {
    List<TrialRecord> all = Histories.complete(Mixed.SPACE, 14, Mixed::value, 1);
    List<TrialRecord> busy = new ArrayList<>(all);
    busy.set(
        3, new TrialDraft(4, 3, TrialState.RUNNING).parameters(all.get(3).parameters()).record());
    StudySnapshot before = Histories.of(Direction.MINIMIZE, busy.subList(0, 13));
    next(before, Mixed.SPACE, 1);
    StudySnapshot after = StudySnapshot.of(before.definition(), all).with(before.memo());
    StudySnapshot cold = Histories.of(Direction.MINIMIZE, all);
    assertThat(next(after, Mixed.SPACE, 2)).isEqualTo(next(cold, Mixed.SPACE, 2));
  }

  @Test
  void keepsWorkersApart() {
    List<TrialRecord> trials = grid(12, x -> Math.pow(x - 0.37, 2) + 0.05 * Math.sin(40 * x));
    List<Double> suggested = new ArrayList<>();
    for (int worker = 0; worker < 6; worker++) {
      double x = nextX(trials, worker);
      suggested.forEach(other -> assertThat(Math.abs(other - x)).isGreaterThan(1e-4));
      suggested.add(x);
      trials.add(draft(12 + worker, TrialState.RUNNING, x).record());
    }
  }

  /** Smaller is better, but where x is small trials come to nothing. */
  @Test
  void leavesWhereTrialsDiverge() {
    List<TrialRecord> trials = grid(12, x -> x);
    for (int i = 0; i < 5; i++) {
      trials.set(i, draft(i, TrialState.FAIL, (i + 0.5) / 12).record());
    }
    for (long seed = 0; seed < 10; seed++) {
      assertThat(nextX(trials, seed)).isBetween(0.35, 0.6);
    }
  }

  @Test
  void learnsNothingFromInterruptedTrials() {
    List<TrialRecord> trials = grid(12, x -> Math.abs(x - 0.6));
    List<TrialRecord> more = new ArrayList<>(trials);
    for (int i = 0; i < 8; i++) {
      more.add(
          draft(12 + i, TrialState.FAIL, 0.58 + 0.005 * i)
              .systemAttribute(TrialRecord.REASON, TrialRecord.INTERRUPTED)
              .record());
    }
    assertThat(nextX(more, 3)).isEqualTo(nextX(trials, 3));
  }

  @Test
  void doesNotGoWhereTrialsWerePruned() {
    List<TrialRecord> trials = grid(12, x -> x < 0.5 ? 0.4 : x);
    for (int i = 0; i < 6; i++) {
      trials.set(
          i,
          draft(i, TrialState.PRUNED, (i + 0.5) / 12)
              .values(List.of(0.0))
              .intermediate(1, 0.0)
              .record());
    }
    assertThat(nextX(trials, 1)).isGreaterThan(0.4);
  }

  /** The constraint leaves x >= 0.6, the objective would go to 0. */
  @Test
  void respectsNamedConstraints() {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      double x = (i + 0.5) / 14;
      trials.add(
          draft(i, TrialState.COMPLETE, x)
              .values(List.of(x))
              .systemAttribute(TrialRecord.CONSTRAINT + "memory", 0.6 - x)
              .record());
    }
    for (long seed = 0; seed < 10; seed++) {
      assertThat(nextX(trials, seed)).isBetween(0.55, 0.7);
    }
  }

  @Test
  void looksForAFeasiblePointFirst() {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double x = (i + 0.5) / 24;
      trials.add(
          draft(i, TrialState.COMPLETE, x)
              .values(List.of(x))
              .systemAttribute(TrialRecord.CONSTRAINT + "memory", 0.9 - x)
              .record());
    }
    assertThat(nextX(trials, 1)).isGreaterThan(0.7);
  }

  @Test
  void avoidsPointsThatWereTriedBefore() {
    SearchSpace space = SearchSpace.of(Parameter.of("k", IntDistribution.of(0, 14)));
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, trials);
      ParameterValues point = next(snapshot, space, i);
      if (i >= InitialDesign.SIZE) {
        assertThat(trials.stream().map(TrialRecord::parameters)).doesNotContain(point);
      }
      trials.add(
          new TrialDraft(i + 1, i, TrialState.COMPLETE)
              .parameters(point)
              .values(List.of(Math.pow(point.number("k") - 9, 2)))
              .record());
    }
  }

  /** Both objectives are best somewhere on the line between the two corners. */
  @Test
  void spreadsAlongAFront() {
    SearchSpace plane = SearchSpace.of(Parameter.of("x", UNIT), Parameter.of("y", UNIT));
    StudyDefinition two =
        new StudyDefinition(
            "two",
            List.of(Direction.MINIMIZE, Direction.MAXIMIZE),
            Optional.empty(),
            Catalogue.empty());
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ParameterValues point = next(StudySnapshot.of(two, trials), plane, i);
      double x = point.number("x");
      double off = Math.pow(point.number("y") - 0.5, 2);
      trials.add(
          new TrialDraft(i + 1, i, TrialState.COMPLETE)
              .parameters(point)
              .values(List.of(x * x + off, -(1 - x) * (1 - x) - off))
              .record());
    }
    List<ParameterValues> last = trials.stream().skip(20).map(TrialRecord::parameters).toList();
    double[] x = last.stream().mapToDouble(p -> p.number("x")).sorted().toArray();
    assertThat(last.stream().filter(p -> Math.abs(p.number("y") - 0.5) < 0.1).count())
        .isGreaterThan(16);
    assertThat(IntStream.range(1, x.length).mapToDouble(i -> x[i] - x[i - 1]).max().orElse(1))
        .isLessThan(0.25);
  }

  @Test
  void growsItsFitsByATenthAndLaterByAFifth() {
    assertThat(Fit.checkpoint(3)).isEqualTo(3);
    assertThat(Fit.checkpoint(10)).isEqualTo(10);
    assertThat(Fit.checkpoint(19)).isEqualTo(19);
    assertThat(Fit.checkpoint(105)).isBetween(95, 105);
    assertThat(Fit.checkpoint(1000)).isBetween(800, 1000);
  }

  /** All over the line but for a gap, in which the minimum lies. */
  @Test
  void bearsLongHistories() {
    List<TrialRecord> trials =
        Histories.complete(LINE, 1500, point -> Math.abs(point.number("x") - 0.2), 1).stream()
            .filter(trial -> Math.abs(trial.parameters().number("x") - 0.2) > 0.03)
            .toList();
    assertThat(nextX(trials, 1)).isBetween(0.17, 0.23);
  }
}
