package org.hone.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;

class MultivariateTest {
  /** Two flags, of which one had better not be on: no good trial has both on, or none. */
  private static double shareOfMixtures(Multivariate multivariate, int objectives) {
    SearchSpace flags =
        SearchSpace.of(
            Parameter.of("one", CategoricalDistribution.flag()),
            Parameter.of("other", CategoricalDistribution.flag()),
            Parameter.of("x", FloatDistribution.of(0, 1)));
    StudySnapshot snapshot =
        ManyObjectives.of(
            ManyObjectives.minimized(objectives),
            ManyObjectives.complete(
                flags,
                100,
                p ->
                    Collections.nCopies(
                        objectives,
                        p.flag("one") == p.flag("other") ? 1 + p.number("x") : p.number("x")),
                1));
    TpeSampler sampler =
        new TpeSampler(TpeSettings.DEFAULT.withMultivariate(multivariate).withCandidates(1, 0));
    return LongStream.range(0, 1000)
            .mapToObj(seed -> sampler.sample(snapshot, flags, new SplittableRandom(seed)).point())
            .filter(point -> point.flag("one") == point.flag("other"))
            .count()
        / 1000.0;
  }

  @Test
  void mostlyModelsJointlyLessSoWithSeveralObjectives() {
    double jointly = shareOfMixtures(Multivariate.ALWAYS, 2);
    double alone = shareOfMixtures(Multivariate.NEVER, 2);
    assertThat(alone).isGreaterThan(jointly + 0.2);
    assertThat(shareOfMixtures(Multivariate.MOSTLY, 2))
        .isCloseTo(0.5 * jointly + 0.5 * alone, within(0.06));
    assertThat(shareOfMixtures(Multivariate.MOSTLY, 1))
        .isEqualTo(shareOfMixtures(Multivariate.ALWAYS, 1));
  }
}
