package org.hone.search.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hone.search.math.StudentT;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;

class CurveRegressionTest {
  private static final CurveKernel PLAIN = new CurveKernel(0, 1);

  private static CurvePoint at(double level) {
    return new CurvePoint(level, 0, Place.of(Optional.empty(), ParameterValues.empty()));
  }

  /**
   * One observation r = 2 where k = 100 + 10 + 10 z^2 = 110 for z = 0: A = 111, mean = 110/111 * 2,
   * variance = 110 + 1 - 110^2/111 = 1.99099, rate = 0.05 + 4/222, shape = 1.5, 3 degrees.
   */
  @Test
  void predictsAStudentDistribution() {
    CurveRegression one =
        CurveRegression.of(PLAIN, new CurvePoint[] {at(0)}, new double[] {2}).orElseThrow();
    double mean = 220 / 111.0;
    double scale = Math.sqrt((111 - 110 * 110 / 111.0) * (0.05 + 4 / 222.0) / 1.5);
    assertThat(one.chanceBelow(mean, at(0))).isCloseTo(0.5, within(1e-12));
    assertThat(one.chanceBelow(1, at(0)))
        .isCloseTo(StudentT.cdf((1 - mean) / scale, 3), within(1e-12));
    assertThat(one.logEvidence())
        .isCloseTo(-Math.log(111) / 2 - 1.5 * Math.log(0.05 + 4 / 222.0), within(1e-12));
  }

  @Test
  void isLessSureFarFromWhatItKnows() {
    CurvePoint[] points = {at(-1), at(-0.5), at(0), at(0.5), at(1)};
    CurveRegression flat = CurveRegression.of(PLAIN, points, new double[5]).orElseThrow();
    double near = flat.chanceBelow(-0.5, at(0));
    assertThat(near).isLessThan(0.05);
    assertThat(flat.chanceBelow(-0.5, at(5))).isGreaterThan(4 * near);
  }

  @Test
  void carriesATrendOn() {
    CurvePoint[] points = {at(-1), at(-0.5), at(0), at(0.5), at(1)};
    double[] falling = {0, -0.5, -1, -1.5, -2};
    CurveRegression trend = CurveRegression.of(PLAIN, points, falling).orElseThrow();
    assertThat(trend.chanceBelow(-2.1, at(1.5))).isGreaterThan(0.5);
    assertThat(trend.chanceBelow(-2.9, at(1.5))).isLessThan(0.5);
  }

  @Test
  void categoriesAndInactiveParametersAreNearOrFar() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"));
    Parameter rate =
        Parameter.of("rate", FloatDistribution.of(0, 1)).when(new Literal("kind", Set.of(2.0)));
    SearchSpace space = new SearchSpace(List.of(kind, rate), List.of());
    CurveKernel kernel = new CurveKernel(10, 1);
    CurvePoint a = at(space, 0, 0);
    assertThat(kernel.of(a, at(space, 0, 0))).isCloseTo(120, within(1e-12));
    assertThat(kernel.of(a, at(space, 1, 0))).isLessThan(113);
    assertThat(kernel.of(a, at(space, 2, 0.3))).isLessThan(kernel.of(a, at(space, 1, 0)));
    assertThat(kernel.of(a, at(space, 2, 0.3))).isEqualTo(kernel.of(a, at(space, 2, 0.6)));
    assertThat(kernel.of(at(space, 2, 0.3), at(space, 2, 0.3))).isCloseTo(120, within(1e-12));
  }

  private static CurvePoint at(SearchSpace space, double kind, double rate) {
    return new CurvePoint(0, 0, Place.of(Optional.of(space), space.at(new double[] {kind, rate})));
  }
}
