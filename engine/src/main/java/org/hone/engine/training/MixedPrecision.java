package org.hone.engine.training;

import java.util.OptionalDouble;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Run;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Training in a narrow format: passes compute in it, the loss and the optimizer in single
 * precision.
 *
 * <pre>{@code
 * g = round(gradient of scale * loss at round(w))
 * g not finite: skip the step, scale = scale / 2
 * else: update w by g / scale; scale = 2 scale after growthInterval such steps
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1710.03740">Micikevicius et al., ICLR 2018, section 3</a>
 */
final class MixedPrecision implements Pass {
  /** Overflows at a scale of 1 are the loss's own: it has diverged. */
  private static final double LEAST_SCALE = 1;

  private final LiveGraph graph;
  private final Precision precision;
  private final NarrowPass pass;
  private final INDArray memory;
  private double loss;

  MixedPrecision(LiveGraph graph, Precision precision, NarrowPass pass, Run run) {
    this.graph = graph;
    this.precision = precision;
    this.pass = pass;
    this.memory = run.state("engine.loss-scale", 2);
  }

  @Override
  public OptionalDouble scale() {
    return OptionalDouble.of(factor());
  }

  private double factor() {
    double kept = memory.getDouble(0);
    return kept == 0 ? precision.scale().initial() : kept;
  }

  @Override
  public double loss() {
    return loss;
  }

  /** Leaves the gradient in the graph, or skips the step because it overflowed. */
  @Override
  public Outcome compute(Batch batch) {
    double scale = factor();
    INDArray gradients = graph.gradients();
    loss = pass.computeGradient(graph, scaled(batch, scale)) / scale;
    boolean finite = Double.isFinite(gradients.norm1Number().doubleValue());
    if (finite) {
      gradients.divi(scale);
    }
    return finite || !precision.scale().isDynamic() ? apply(scale) : overflow(scale);
  }

  /** The mean over the batch is taken where the loss is, so that what flows back is of its size. */
  private Batch scaled(Batch batch, double scale) {
    INDArray weights = Nd4j.valueArrayOf(new long[] {batch.size(), 1}, scale / batch.size());
    batch.weights().ifPresent(weights::muli);
    return batch.withWeights(weights);
  }

  private Outcome apply(double scale) {
    long steps = (long) memory.getDouble(1) + 1;
    boolean grows = precision.scale().isDynamic() && steps >= precision.scale().growthInterval();
    remember(grows ? 2 * scale : scale, grows ? 0 : steps);
    return Outcome.APPLY;
  }

  private Outcome overflow(double scale) {
    if (scale <= LEAST_SCALE) {
      loss = Double.NaN;
      return Outcome.APPLY;
    }
    remember(scale / 2, 0);
    return Outcome.SKIP;
  }

  private void remember(double scale, long steps) {
    memory.putScalar(0, scale);
    memory.putScalar(1, (double) steps);
  }
}
