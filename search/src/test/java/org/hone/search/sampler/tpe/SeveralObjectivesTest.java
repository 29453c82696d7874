package org.hone.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hone.search.math.Hypervolume;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;

class SeveralObjectivesTest {
  private static double hypervolume(Sampler sampler, long seed) {
    List<Parameter> box =
        IntStream.range(0, 5)
            .mapToObj(i -> Parameter.of("x" + i, FloatDistribution.of(0, 1)))
            .toList();
    Study study =
        Study.builder("two")
            .space(new SearchSpace(box, List.of()))
            .directions(ManyObjectives.minimized(2))
            .sampler(sampler)
            .seed(seed)
            .create();
    study.optimize(
        80,
        trial ->
            Outcome.complete(distance(trial.parameters(), 0.2), distance(trial.parameters(), 0.6)));
    StudySnapshot snapshot = study.snapshot();
    return Hypervolume.of(
        snapshot.trials().stream().map(snapshot::losses).toArray(double[][]::new),
        new double[] {1, 1});
  }

  /** From a point on the diagonal. */
  private static double distance(ParameterValues point, double center) {
    return Math.sqrt(
        point.names().stream()
            .mapToDouble(name -> point.number(name) - center)
            .map(d -> d * d)
            .sum());
  }

  @Test
  void dominatesMuchMoreThanRandomSearchSeeds0To4() {
    double found =
        LongStream.range(0, 5).mapToDouble(seed -> hypervolume(new TpeSampler(), seed)).sum();
    double random =
        LongStream.range(0, 5).mapToDouble(seed -> hypervolume(new RandomSampler(), seed)).sum();
    assertThat(found).isGreaterThan(1.3 * random);
  }
}
