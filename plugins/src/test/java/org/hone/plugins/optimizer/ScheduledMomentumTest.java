package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a schedule's momentum is to optimizers that have one by another name. */
class ScheduledMomentumTest {
  private static Stream<Optimizer> likeAdam() {
    return Stream.of(new AmsGrad(), new Nadam(), new AdaMax(), new AdaBelief());
  }

  /** The moving average of the gradient after a first step, which began at zero. */
  private static float average(Optimizer optimizer, OptionalDouble momentum) {
    StepRule rule =
        ((RuleUpdater) optimizer.updater(optimizer.parameters(Trial.CLASSES).defaults())).rule();
    Map<String, float[]> memories =
        rule.memories().stream().collect(Collectors.toMap(name -> name, name -> new float[1]));
    Stretch weights = new Stretch(new float[] {2}, memories, 0, 1);
    rule.step(weights, new StepRule.Step(0.1, 1, momentum));
    return weights.memory("m")[0];
  }

  @ParameterizedTest
  @MethodSource("likeAdam")
  void itIsBeta1OfOptimizersLikeAdam(Optimizer optimizer) {
    assertThat(average(optimizer, OptionalDouble.of(0.75))).isEqualTo(2 * 0.25f);
    assertThat(average(optimizer, OptionalDouble.empty())).isEqualTo(2 * 0.1f, within(1e-7f));
  }

  @Test
  void lionKeepsItsOwn() {
    assertThat(average(new Lion(), OptionalDouble.of(0.75)))
        .isEqualTo(average(new Lion(), OptionalDouble.empty()));
  }
}
