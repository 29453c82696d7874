package org.hone.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How far samplers are from the known optimum after 100 trials: the median over 15 seeds. */
class RegretTest {
  private static final int TRIALS = 100;
  private static final int SEEDS = 15;

  /**
   * A function to minimise.
   *
   * @param optimum its smallest value
   */
  record Problem(
      String name, SearchSpace space, ToDoubleFunction<ParameterValues> function, double optimum) {
    @Override
    public String toString() {
      return name;
    }

    double medianRegret(String sampler) {
      double[] regrets =
          LongStream.range(0, SEEDS).mapToDouble(seed -> regret(sampler, seed)).sorted().toArray();
      return regrets[SEEDS / 2];
    }

    private double regret(String sampler, long seed) {
      Study study =
          Study.builder(name).space(space).sampler(Samplers.named(sampler)).seed(seed).create();
      study.optimize(TRIALS, trial -> Outcome.complete(function.applyAsDouble(trial.parameters())));
      return study.best().orElseThrow().value().orElseThrow() - optimum;
    }
  }

  /** A sampler, and the share of random search's regret that it must stay under. */
  static Stream<Arguments> samplers() {
    return Stream.of(sphere(), branin(), hartmann6(), conditional())
        .map(problem -> Arguments.of("tpe", problem, 0.5));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void beatsRandomSearchSeeds0To14(String sampler, Problem problem, double share) {
    double regret = problem.medianRegret(sampler);
    double random = problem.medianRegret("random");
    System.out.printf("%s: %s %.4f, random %.4f%n", problem, sampler, regret, random);
    assertThat(regret).isLessThan(share * random);
  }

  private static SearchSpace box(int dimensions, double low, double high) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      parameters.add(Parameter.of("x" + i, FloatDistribution.of(low, high)));
    }
    return new SearchSpace(parameters, List.of());
  }

  private static double[] x(ParameterValues point) {
    return point.names().stream().mapToDouble(point::number).toArray();
  }

  static Problem sphere() {
    return new Problem(
        "sphere",
        box(5, -5, 5),
        point -> {
          double sum = 0;
          for (double x : x(point)) {
            sum += (x - 1) * (x - 1);
          }
          return sum;
        },
        0);
  }

  static Problem branin() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(-5, 10)),
            Parameter.of("y", FloatDistribution.of(0, 15)));
    return new Problem(
        "branin",
        space,
        point -> {
          double x = point.number("x");
          double y = point.number("y");
          double valley = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
          return valley * valley + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
        },
        0.397887);
  }

  private static final double[][] HARTMANN_A = {
    {10, 3, 17, 3.5, 1.7, 8},
    {0.05, 10, 17, 0.1, 8, 14},
    {3, 3.5, 1.7, 10, 17, 8},
    {17, 8, 0.05, 10, 0.1, 14}
  };
  private static final double[][] HARTMANN_P = {
    {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
    {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
    {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
    {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
  };
  private static final double[] HARTMANN_ALPHA = {1, 1.2, 3, 3.2};

  static Problem hartmann6() {
    return new Problem("hartmann6", box(6, 0, 1), point -> hartmann6(x(point)), -3.32237);
  }

  private static double hartmann6(double[] x) {
    double sum = 0;
    for (int i = 0; i < HARTMANN_ALPHA.length; i++) {
      double exponent = 0;
      for (int j = 0; j < x.length; j++) {
        double distance = x[j] - HARTMANN_P[i][j];
        exponent += HARTMANN_A[i][j] * distance * distance;
      }
      sum -= HARTMANN_ALPHA[i] * Math.exp(-exponent);
    }
    return sum;
  }

  /**
   * An optimizer with its own settings, and four techniques of which two help, if they are tuned.
   */
  static Problem conditional() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"));
    List<Parameter> parameters = new ArrayList<>(List.of(kind));
    for (String choice : List.of("a", "b", "c")) {
      Literal chosen = Literal.of(kind, choice);
      parameters.add(Parameter.of("rate_" + choice, FloatDistribution.log(1e-5, 1)).when(chosen));
      parameters.add(Parameter.of("depth_" + choice, IntDistribution.of(1, 20)).when(chosen));
    }
    for (int i = 0; i < 4; i++) {
      Parameter on = Parameter.of("on" + i, CategoricalDistribution.flag());
      parameters.add(on);
      parameters.add(
          Parameter.of("strength" + i, FloatDistribution.of(0, 1)).when(Literal.of(on, true)));
    }
    SearchSpace space = new SearchSpace(parameters, List.of());
    return new Problem("conditional", space, RegretTest::conditional, -0.2);
  }

  private static double conditional(ParameterValues point) {
    String kind = point.category("kind");
    double sum = "bac".indexOf(kind) * 0.3;
    sum += 0.1 * Math.pow(Math.log10(point.number("rate_" + kind)) + 3, 2);
    sum += 0.005 * Math.pow(point.number("depth_" + kind) - 12, 2);
    for (int i = 0; i < 4; i++) {
      if (point.flag("on" + i)) {
        double miss = point.number("strength" + i) - 0.3 - 0.1 * i;
        sum += (i % 2 == 0 ? -0.1 : 0.15) + 0.5 * miss * miss;
      }
    }
    return sum;
  }
}
