package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
import org.hone.engine.backend.CpuBackend;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

class Nd4jRulesTest {

  @BeforeAll
  static void loadNd4j() {
    CpuBackend.start();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10, 57, 100, 999, 1000, 4321, 10_000, 100_000})
  void adamIsNd4jsToTheBitAtAnyIteration(int iteration) {
    Nd4j.getRandom().setSeed(iteration);
    INDArray gradient = Nd4j.randn(1000);
    INDArray first = Nd4j.randn(1000).muli(0.1);
    INDArray second = Nd4j.rand(1000).muli(0.01);
    float[] update = gradient.toFloatVector();
    float[] m = first.toFloatVector();
    float[] v = second.toFloatVector();
    Nd4jRules.of(new Adam(0.003))
        .orElseThrow()
        .step(
            new Stretch(update, Map.of("m", m, "v", v), 0, 1000),
            new StepRule.Step(0.003, iteration + 1, OptionalDouble.empty()));
    Nd4j.exec(new AdamUpdater(gradient, second, first, 0.003, 0.9, 0.999, 1e-8, iteration));

    assertThat(update).containsExactly(gradient.toFloatVector());
    assertThat(m).containsExactly(first.toFloatVector());
    assertThat(v).containsExactly(second.toFloatVector());
  }

  @Test
  void anOptimizerOfAnotherKindIsLeftToDeeplearning4j() {
    assertThat(Nd4jRules.of(new AMSGrad())).isEmpty();
  }

  @Test
  void constantPenaltiesAreSummedAndOthersLeftToDeeplearning4j() {
    assertThat(
            Penalty.of(
                List.of(
                    new L1Regularization(0.1),
                    new L2Regularization(0.2),
                    new WeightDecay(0.3, true))))
        .contains(new Penalty(0.1, 0.2, 0.3, true));
    assertThat(
            Penalty.of(
                List.of(new L2Regularization(new StepSchedule(ScheduleType.EPOCH, 1, 0.5, 1)))))
        .isEmpty();
    assertThat(Penalty.of(List.of(new WeightDecay(0.3, true), new WeightDecay(0.3, false))))
        .isEmpty();
  }
}
