package org.hone.engine.training;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Run;
import org.hone.api.training.InputShape;
import org.hone.engine.network.GraphNetwork;
import org.hone.engine.network.Rounding;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Training in a narrow format, played on a CPU that has none: it shows whether a recipe survives
 * the format, and costs time instead of saving it. Passes see inputs, weights, activations and
 * their gradients rounded; sums inside of a layer, the loss, and the optimizer stay in single
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
  private final Rounding rounding;
  private final boolean numericInputs;
  private final INDArray memory;
  private double loss;

  /**
   * @param kind of the inputs: tokens of texts are names and not rounded
   */
  private MixedPrecision(LiveGraph graph, Precision precision, InputShape.Kind kind, Run run) {
    this.graph = graph;
    this.precision = precision;
    this.rounding = new Rounding(precision.format());
    this.numericInputs = kind != InputShape.Kind.TEXT;
    this.memory = run.state("engine.loss-scale", 2);
  }

  /** The network as this needs it: with roundings, where the precision is narrow. */
  static GraphNetwork prepare(GraphNetwork network, Precision precision) {
    return precision.format() == Precision.Format.FLOAT32
        ? network
        : network.rounded(new Rounding(precision.format()));
  }

  /** Empty for single precision. */
  static Optional<MixedPrecision> of(
      LiveGraph graph, Precision precision, InputShape.Kind kind, Run run) {
    return precision.format() == Precision.Format.FLOAT32
        ? Optional.empty()
        : Optional.of(new MixedPrecision(graph, precision, kind, run));
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
    INDArray master = graph.weights().dup();
    graph.weights().assign(rounding.round(master));
    try {
      loss = graph.computeGradient(scaled(batch, scale)) * batch.size() / scale;
    } finally {
      graph.weights().assign(master);
    }
    gradients.assign(rounding.round(gradients.muli(batch.size())));
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
    Inputs inputs =
        numericInputs
            ? batch.inputs().withFeatures(rounding.round(batch.features()))
            : batch.inputs();
    return new Batch(inputs, batch.labels(), Optional.of(weights));
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
