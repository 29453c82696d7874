package org.hone.search.sampler.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hone.search.math.Hypervolume;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Budget;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.testkit.MultiObjectiveSamplerContract;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What the evolutionary samplers have in common. */
interface EvolutionContract extends SamplerContract, MultiObjectiveSamplerContract {
  int FIRST = 20;

  private static SearchSpace cube(int dimensions) {
    return SearchSpace.of(
        IntStream.range(0, dimensions)
            .mapToObj(i -> Parameter.of("x" + i, FloatDistribution.of(0, 1)))
            .toArray(Parameter[]::new));
  }

  /** Two targets, of which only what lies between them is efficient. */
  private static List<Double> distances(ParameterValues point) {
    double[] sums = new double[2];
    for (String name : point.names()) {
      double x = point.number(name);
      double aside = name.equals("x0") ? 0.3 : 0;
      sums[0] += (x - 0.4 + aside) * (x - 0.4 + aside);
      sums[1] += (x - 0.4 - aside) * (x - 0.4 - aside);
    }
    return List.of(Math.sqrt(sums[0]), Math.sqrt(sums[1]));
  }

  private static StudySnapshot run(
      Sampler sampler,
      SearchSpace space,
      int trials,
      Function<ParameterValues, List<Double>> objectives,
      long seed) {
    int count = objectives.apply(space.defaults()).size();
    Study study =
        Study.builder("evolution")
            .space(space)
            .directions(ManyObjectives.minimized(count))
            .sampler(sampler)
            .seed(seed)
            .create();
    study.optimize(
        trials,
        trial ->
            Outcome.complete(
                objectives.apply(trial.parameters()).stream().mapToDouble(v -> v).toArray()));
    return study.snapshot();
  }

  private static double hypervolume(StudySnapshot snapshot) {
    double[] reference = new double[snapshot.definition().directions().size()];
    Arrays.fill(reference, 1);
    return Hypervolume.of(
        snapshot.trials().stream().map(snapshot::losses).toArray(double[][]::new), reference);
  }

  private List<?> parents(Suggestion suggestion) {
    return (List<?>)
        suggestion.notes().getOrDefault("hone:" + sampler().id() + ":parents", List.of());
  }

  @Test
  default void findsMuchMoreThanRandomSearch() {
    double found = 0;
    double random = 0;
    for (long seed = 0; seed < 5; seed++) {
      found += hypervolume(run(sampler(), cube(5), 80, EvolutionContract::distances, seed));
      random +=
          hypervolume(run(new RandomSampler(), cube(5), 80, EvolutionContract::distances, seed));
    }
    assertThat(found).isGreaterThan(1.15 * random);
  }

  @Test
  default void minimisesOneObjectiveToo() {
    SearchSpace space = cube(3).plus(SearchSpace.of(Parameter.of("n", IntDistribution.of(0, 20))));
    Function<ParameterValues, List<Double>> objective =
        point ->
            List.of(
                Math.abs(point.number("n") / 20 - 0.8)
                    + IntStream.range(0, 3)
                        .mapToDouble(i -> Math.abs(point.number("x" + i) - 0.6))
                        .sum());
    double[] best =
        LongStream.range(0, 9)
            .mapToDouble(
                seed ->
                    run(sampler(), space, 150, objective, seed)
                        .best()
                        .orElseThrow()
                        .values()
                        .get(0))
            .sorted()
            .toArray();
    assertThat(best[4]).as("random search: 0.4").isLessThan(0.2);
  }

  @Test
  default void notesTheParentsOfEveryTrialButTheFirst() {
    StudySnapshot snapshot = run(sampler(), cube(2), FIRST + 5, EvolutionContract::distances, 1);
    String key = "hone:" + sampler().id() + ":parents";
    for (TrialRecord trial : snapshot.trials()) {
      assertThat(trial.systemAttributes().containsKey(key)).isEqualTo(trial.number() >= FIRST);
    }
  }

  /** The better half by far breaks a constraint. */
  @Test
  default void parentsAreFeasibleWhereTheyCanBe() {
    SearchSpace space = cube(2);
    List<TrialRecord> trials =
        ManyObjectives.complete(space, 60, EvolutionContract::distances, 1).stream()
            .map(
                trial ->
                    new TrialDraft(trial.id(), trial.number(), TrialState.COMPLETE)
                        .parameters(trial.parameters())
                        .values(trial.values())
                        .systemAttribute(
                            TrialRecord.CONSTRAINTS, List.of(0.7 - trial.parameters().number("x1")))
                        .record())
            .toList();
    StudySnapshot snapshot = ManyObjectives.of(ManyObjectives.minimized(2), trials);
    long feasible = trials.stream().filter(TrialRecord::isFeasible).count();
    assertThat(feasible).isBetween(12L, 25L);
    for (long seed = 0; seed < 100; seed++) {
      assertThat(parents(sampler().sample(snapshot, space, new SplittableRandom(seed))))
          .isNotEmpty()
          .allMatch(number -> trials.get((int) number).isFeasible());
    }
  }

  @Test
  default void failedAndPrunedTrialsAreParentsOnlyForWantOfOthers() {
    SearchSpace space = cube(2);
    List<TrialRecord> trials = new ArrayList<>();
    for (TrialRecord trial : ManyObjectives.complete(space, 40, EvolutionContract::distances, 2)) {
      TrialState state =
          trial.number() % 4 == 0
              ? TrialState.COMPLETE
              : trial.number() % 4 == 1 ? TrialState.PRUNED : TrialState.FAIL;
      trials.add(
          new TrialDraft(trial.id(), trial.number(), state)
              .parameters(trial.parameters())
              .values(state == TrialState.COMPLETE ? trial.values() : List.of())
              .record());
    }
    StudySnapshot snapshot = ManyObjectives.of(ManyObjectives.minimized(2), trials);
    for (long seed = 0; seed < 100; seed++) {
      assertThat(parents(sampler().sample(snapshot, space, new SplittableRandom(seed))))
          .allMatch(number -> (int) number % 4 == 0);
    }
    List<TrialRecord> failed =
        trials.stream().filter(trial -> trial.state() == TrialState.FAIL).toList();
    StudySnapshot hopeless =
        ManyObjectives.of(ManyObjectives.minimized(2), failed.subList(0, FIRST));
    assertThat(parents(sampler().sample(hopeless, space, new SplittableRandom(1)))).hasSize(2);
  }

  @Test
  default void inheritsAConditionalParameterWithItsBranch() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("plain", "fancy"));
    SearchSpace space =
        SearchSpace.of(
            kind,
            Parameter.of("strength", FloatDistribution.of(0, 1)).when(Literal.of(kind, "fancy")));
    Function<ParameterValues, List<Double>> objectives =
        point ->
            point.contains("strength")
                ? List.of(Math.abs(point.number("strength") - 0.8), 0.5)
                : List.of(5.0, 1.0);
    StudySnapshot snapshot =
        ManyObjectives.of(
            List.of(Direction.MINIMIZE, Direction.MINIMIZE),
            ManyObjectives.complete(space, 80, objectives, 3));
    double[] strengths =
        LongStream.range(0, 200)
            .mapToObj(seed -> sampler().sample(snapshot, space, new SplittableRandom(seed)).point())
            .filter(point -> point.contains("strength"))
            .mapToDouble(point -> point.number("strength"))
            .sorted()
            .toArray();
    assertThat(strengths.length).isGreaterThan(120);
    assertThat(strengths[strengths.length / 2]).isCloseTo(0.8, within(0.1));
  }

  @Test
  default void servesSeveralWorkers() {
    Study study =
        Study.builder("parallel")
            .space(cube(3))
            .directions(ManyObjectives.minimized(2))
            .sampler(sampler())
            .create();
    study.optimize(
        Budget.trials(60),
        4,
        trial ->
            Outcome.complete(distances(trial.parameters()).stream().mapToDouble(v -> v).toArray()));
    assertThat(study.snapshot().in(TrialState.COMPLETE)).hasSize(60);
  }
}
