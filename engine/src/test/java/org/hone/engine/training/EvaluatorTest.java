package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.hone.api.recipe.Inference;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.engine.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class EvaluatorTest {
  private static final Inference SUMS = inputs -> inputs.features().sum(true, 1);

  /** Features in tenths of what the data have. */
  private static final class Tenth implements Scaling {
    @Override
    public INDArray features(INDArray raw) {
      return raw.div(10);
    }

    @Override
    public INDArray labels(INDArray raw) {
      return raw.dup();
    }

    @Override
    public INDArray predictions(INDArray scaled) {
      return scaled.dup();
    }
  }

  @Test
  void largeDataAreScaledInEachEvaluation() {
    Task task = Workbench.oneTargetTask(new Tenth());
    Evaluator kept = new Evaluator(task, task.validation());
    Evaluator large = new Evaluator(task, task.validation(), 1);

    assertThat(large.evaluate(SUMS)).isEqualTo(kept.evaluate(SUMS));
    assertThat(large.measure(Metrics.named("mae"), SUMS))
        .isEqualTo(kept.measure(Metrics.named("mae"), SUMS))
        .isPositive();
    assertThat(large.first(3).features()).isEqualTo(kept.first(3).features());
  }
}
