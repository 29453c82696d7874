package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
import org.hone.plugins.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules make of gradients of zero, of very small ones and of NaN, in their first step. */
class RuleLimitsTest {
  private static Stream<Optimizer> optimizers() {
    return Stream.of(
        new Momentum(),
        new AdaGrad(),
        new AdaDelta(),
        new AmsGrad(),
        new Nadam(),
        new AdaMax(),
        new AdaBelief(),
        new Lion());
  }

  /** What is subtracted from the middle one of three weights, the only one in the stretch. */
  private static float[] step(Optimizer optimizer, float gradient) {
    StepRule rule =
        ((RuleUpdater) optimizer.updater(optimizer.parameters(Trial.CLASSES).defaults())).rule();
    Map<String, float[]> memories =
        rule.memories().stream().collect(Collectors.toMap(name -> name, name -> new float[3]));
    float[] all = {5, gradient, 5};
    rule.step(new Stretch(all, memories, 1, 2), new StepRule.Step(0.1, 1, OptionalDouble.empty()));
    return all;
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aGradientOfZeroMovesNothing(Optimizer optimizer) {
    assertThat(step(optimizer, 0)).containsExactly(5, 0, 5);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aSmallGradientIsFollowed(Optimizer optimizer) {
    assertThat(step(optimizer, 1e-15f)[1]).isPositive().isLessThan(1);
    assertThat(step(optimizer, -1e-15f)[1]).isNegative().isGreaterThan(-1);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aGradientThatIsNaNShows(Optimizer optimizer) {
    assertThat(step(optimizer, Float.NaN)[1]).isNaN();
  }
}
