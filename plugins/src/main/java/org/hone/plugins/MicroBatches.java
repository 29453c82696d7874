package org.hone.plugins;

import java.util.function.IntUnaryOperator;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.Run;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Splits each batch into pieces as equal as can be, and averages their gradients.
 *
 * <pre>{@code g = sum over i of n_i / n * g_i}</pre>
 *
 * @param pieces how many, given the rows of a batch
 */
public record MicroBatches(IntUnaryOperator pieces) implements GradientStage {
  @Override
  public Position position() {
    return Position.ACCUMULATION;
  }

  @Override
  public GradientStep around(GradientStep inner, Run run) {
    return batch -> {
      INDArray sum = run.state("accumulation.sum", run.gradients().length()).assign(0);
      int count = pieces.applyAsInt(batch.size());
      for (int i = 0; i < count; i++) {
        Batch piece =
            batch.rows(
                (int) ((long) batch.size() * i / count),
                (int) ((long) batch.size() * (i + 1) / count));
        if (inner.compute(piece) == GradientStep.Outcome.SKIP) {
          return GradientStep.Outcome.SKIP;
        }
        ScaledAddition.add(sum, (double) piece.size() / batch.size(), run.gradients());
      }
      run.gradients().assign(sum);
      return GradientStep.Outcome.APPLY;
    };
  }
}
