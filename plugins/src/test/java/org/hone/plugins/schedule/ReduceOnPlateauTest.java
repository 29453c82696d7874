package org.hone.plugins.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.junit.jupiter.api.Test;

class ReduceOnPlateauTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new ReduceOnPlateau();
  }

  private static double after(Double... losses) {
    List<Evaluation> evaluations =
        Arrays.stream(losses).map(loss -> new Evaluation(loss, 0)).toList();
    Progress now = new Progress(losses.length, 20, 0, 0, 10, evaluations);
    return Course.schedule(new ReduceOnPlateau(), Map.of("drop", 0.5, "patience", 2))
        .at(now)
        .factor();
  }

  @Test
  void dropsEachTimeTheLossHasNotFallenForLongEnough() {
    assertThat(after(3.0, 2.0, 1.0)).isEqualTo(1);
    assertThat(after(1.0, 2.0)).isEqualTo(1);
    assertThat(after(1.0, 2.0, 1.5)).isEqualTo(0.5);
    assertThat(after(1.0, 2.0, 1.5, 0.5, 0.6)).isEqualTo(0.5);
    assertThat(after(1.0, 2.0, 1.5, 1.4, 1.0)).isEqualTo(0.25);
    assertThat(after(1.0, Double.NaN, Double.NaN)).isEqualTo(0.5);
  }
}
