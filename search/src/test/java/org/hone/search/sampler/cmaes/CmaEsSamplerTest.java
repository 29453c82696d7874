package org.hone.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.AtMostOne;
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
import org.hone.search.study.Trial;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.JointSamplerContract;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class CmaEsSamplerTest implements SamplerContract, JointSamplerContract {
  @Override
  public Sampler sampler() {
    return new CmaEsSampler();
  }

  static SearchSpace box(int dimension) {
    return new SearchSpace(
        IntStream.range(0, dimension)
            .mapToObj(i -> Parameter.of("x" + i, FloatDistribution.of(-5, 5)))
            .toList(),
        List.of());
  }

  /** Condition number 10^4, and no axis along a coordinate. */
  private static double ellipsoid(ParameterValues point) {
    double a = point.number("x0") - 1;
    double b = point.number("x1") + 2;
    double c = point.number("x2") - 0.5;
    return Math.pow(a + b + c, 2) + 1e2 * Math.pow(a - b, 2) + 1e4 * Math.pow(a + b - 2 * c, 2);
  }

  private Study study(SearchSpace space, long seed) {
    return Study.builder("study " + seed).space(space).sampler(sampler()).seed(seed).create();
  }

  private double best(
      SearchSpace space, int trials, ToDoubleFunction<ParameterValues> function, long seed) {
    Study study = study(space, seed);
    study.optimize(trials, t -> Outcome.complete(function.applyAsDouble(t.parameters())));
    return study.best().orElseThrow().value().orElseThrow();
  }

  @Test
  void learnsScalesAndDependenciesOfANarrowValley() {
    for (long seed = 0; seed < 5; seed++) {
      assertThat(best(box(3), 700, CmaEsSamplerTest::ellipsoid, seed)).isLessThan(1e-8);
    }
  }

  @Test
  void findsTheOptimumAtACornerOfTheBox() {
    for (long seed = 0; seed < 5; seed++) {
      double best =
          best(
              box(4),
              400,
              p -> 20 + IntStream.range(0, 4).mapToDouble(i -> p.number("x" + i)).sum(),
              seed);
      assertThat(best).isBetween(0.0, 0.05);
    }
  }

  /** Without a margin the integers stop at the first cell that the distribution shrinks into. */
  @Test
  void doesNotGetStuckOnIntegers() {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parameters.add(Parameter.of("x" + i, FloatDistribution.of(-5, 5)));
      parameters.add(Parameter.of("k" + i, IntDistribution.of(-20, 20)));
    }
    SearchSpace space = new SearchSpace(parameters, List.of());
    for (long seed = 0; seed < 5; seed++) {
      assertThat(best(space, 1500, CmaEsSamplerTest::mixedSphere, seed)).isLessThan(1e-6);
    }
  }

  private static double mixedSphere(ParameterValues point) {
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += Math.pow(point.number("x" + i) - 1, 2) + Math.pow(point.number("k" + i) + 9, 2);
    }
    return sum;
  }

  @Test
  void learnsCategoriesAndTheNumbersUnderThem() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b", "c", "d"));
    SearchSpace space =
        new SearchSpace(
            List.of(
                kind,
                Parameter.of("left", FloatDistribution.of(0, 1)).when(Literal.of(kind, "c")),
                Parameter.of("right", FloatDistribution.of(0, 1)).when(Literal.of(kind, "b"))),
            List.of());
    for (long seed = 0; seed < 10; seed++) {
      double best =
          best(
              space,
              150,
              p ->
                  p.contains("left")
                      ? Math.abs(p.number("left") - 0.9)
                      : p.contains("right") ? 0.3 + Math.abs(p.number("right") - 0.5) : 0.5,
              seed);
      assertThat(best).isLessThan(0.01);
    }
  }

  @Test
  void beginsAroundTheDefaults() {
    SearchSpace space = SearchSpace.of(Parameter.of("x", FloatDistribution.log(1e-6, 1), 1e-2));
    StudySnapshot nothing = Histories.of(Direction.MINIMIZE, List.of());
    double[] logs =
        IntStream.range(0, 1000)
            .mapToDouble(
                seed ->
                    Math.log10(
                        sampler()
                            .sample(nothing, space, new SplittableRandom(seed))
                            .point()
                            .number("x")))
            .sorted()
            .toArray();
    assertThat(logs[500]).isBetween(-2.2, -1.8);
    assertThat(logs[0]).isLessThan(-3);
  }

  /** Whatever the process kept: a fresh snapshot of the same trials leads to the same point. */
  @Test
  void isReplayedFromTheTrialsAlone() {
    Study study = study(SamplerContract.everything(), 3);
    for (int i = 0; i < 150; i++) {
      Trial trial = study.ask();
      study.tell(trial, outcome(trial));
      StudySnapshot kept = study.snapshot();
      StudySnapshot fresh = StudySnapshot.of(kept.definition(), kept.trials());
      assertThat(suggestion(fresh, i)).isEqualTo(suggestion(kept, i));
    }
  }

  private Suggestion suggestion(StudySnapshot snapshot, long seed) {
    SearchSpace space = snapshot.definition().space().orElseThrow();
    return sampler().sample(snapshot, space, new SplittableRandom(seed));
  }

  private static Outcome outcome(Trial trial) {
    int number = trial.number();
    double value = trial.parameters().number("share") + trial.parameters().number("layers");
    return number % 11 == 3
        ? Outcome.failed("diverged")
        : number % 7 == 2 ? Outcome.pruned() : Outcome.complete(value);
  }

  /** An older snapshot is answered as if the later trials had not been. */
  @Test
  void forgetsWhatASnapshotDoesNotKnow() {
    Study study = study(box(3), 5);
    List<StudySnapshot> past = new ArrayList<>();
    List<Suggestion> answers = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      past.add(study.snapshot());
      answers.add(suggestion(study.snapshot(), i));
      Trial trial = study.ask();
      study.tell(trial, Outcome.complete(ellipsoid(trial.parameters())));
    }
    for (int i = 79; i >= 0; i -= 13) {
      assertThat(suggestion(past.get(i), i)).isEqualTo(answers.get(i));
    }
  }

  /** Ten trials run at once and end in another order than they began. */
  @Test
  void servesWorkersThatEndOutOfOrder() {
    Study study = study(box(3), 8);
    SplittableRandom random = new SplittableRandom(8);
    List<Trial> running = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      running.add(study.ask());
      if (running.size() == 10) {
        Trial ended = running.remove(random.nextInt(10));
        study.tell(ended, Outcome.complete(ellipsoid(ended.parameters())));
      }
    }
    assertThat(study.best().orElseThrow().value().orElseThrow()).isLessThan(1e-3);
  }

  /** Half of the box fails; the optimum lies close to where it does. */
  @Test
  void keepsAwayFromWhereTrialsFail() {
    Study study = study(box(5), 4);
    study.optimize(
        300,
        trial ->
            trial.parameters().number("x0") > 1.2
                ? Outcome.complete(Double.NaN)
                : Outcome.complete(distance(trial.parameters(), 1)));
    assertThat(study.best().orElseThrow().value().orElseThrow()).isLessThan(0.02);
  }

  @Test
  void prefersFeasibleTrials() {
    Study study = study(box(2), 6);
    study.optimize(
        200,
        trial -> {
          double x = trial.parameters().number("x0");
          double y = trial.parameters().number("x1");
          trial.setConstraint("outside", 2 - x);
          return Outcome.complete(x * x + y * y);
        });
    TrialRecord best = study.best().orElseThrow();
    assertThat(best.isFeasible()).isTrue();
    assertThat(best.value().orElseThrow()).isBetween(4.0, 4.1);
  }

  @Test
  void learnsWhereConstraintsMovedAPoint() {
    Parameter left = Parameter.of("left", CategoricalDistribution.flag());
    Parameter right = Parameter.of("right", CategoricalDistribution.flag());
    SearchSpace space =
        new SearchSpace(
            List.of(left, right, Parameter.of("x", FloatDistribution.of(0, 1))),
            List.of(new AtMostOne(List.of(Literal.of(left, true), Literal.of(right, true)))));
    double best =
        best(
            space,
            100,
            p ->
                (p.flag("right") ? 0 : 1)
                    + (p.flag("left") ? 1 : 0)
                    + Math.abs(p.number("x") - 0.3),
            1);
    assertThat(best).isLessThan(0.02);
  }

  @Test
  void startsAnewWithLargerGenerationsWhenItStagnates() {
    Study study = study(SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1))), 2);
    study.optimize(1500, trial -> Outcome.complete(Math.abs(trial.parameters().number("x") - 0.7)));
    List<Integer> sizes = new ArrayList<>();
    for (int g = 0; sizes.isEmpty() || sizes.get(g - 1) > 0; g++) {
      sizes.add(trialsOf(study.snapshot(), g));
    }
    assertThat(sizes.get(0)).isEqualTo(3);
    assertThat(sizes).contains(6, 12);
  }

  private static int trialsOf(StudySnapshot snapshot, int generation) {
    return (int)
        snapshot.trials().stream()
            .filter(
                t ->
                    t.systemAttributes().get("hone:cma-es:generation") instanceof Number g
                        && g.intValue() == generation)
            .count();
  }

  @Test
  void learnsWithoutADeclaredSpaceToo() {
    Study study = Study.builder("open").sampler(sampler()).seed(7).create();
    study.optimize(
        200,
        trial -> {
          double x = trial.suggestFloat("x", -5, 5);
          double y = trial.suggestFloat("y", -5, 5);
          return Outcome.complete(Math.pow(x + y - 3, 2) + 100 * Math.pow(x - y, 2));
        });
    assertThat(study.best().orElseThrow().value().orElseThrow()).isLessThan(1e-3);
    assertThat(trialsOf(study.snapshot(), 5)).isPositive();
  }

  @Test
  void beginsWhereASimilarStudyWasGood() {
    SearchSpace space = box(5);
    StudySnapshot source =
        Histories.of(Direction.MINIMIZE, Histories.complete(space, 200, p -> distance(p, 3.0), 1));
    Study study =
        Study.builder("warm")
            .space(space)
            .sampler(new CmaEsSampler().warmStartedFrom(source))
            .create();
    study.optimize(6, t -> Outcome.complete(distance(t.parameters(), 3.2)));
    double cold = best(space, 6, p -> distance(p, 3.2), 0);
    assertThat(study.best().orElseThrow().value().orElseThrow()).isLessThan(cold / 2);
  }

  private static double distance(ParameterValues point, double optimum) {
    return IntStream.range(0, 5)
        .mapToDouble(i -> Math.pow(point.number("x" + i) - optimum, 2))
        .sum();
  }

  @Test
  void refusesSeveralObjectives() {
    Study study =
        Study.builder("two")
            .directions(List.of(Direction.MINIMIZE, Direction.MINIMIZE))
            .space(box(2))
            .sampler(sampler())
            .create();
    assertThatThrownBy(study::ask)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one objective")
        .hasMessageContaining("'two' has 2");
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new CmaEsSampler().withPopulation(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("population=1");
    assertThatThrownBy(() -> new CmaEsSampler().withStep(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sigma=0.0");
  }
}
