package org.hone.plugins.gradient;

import java.util.Arrays;
import java.util.function.Consumer;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * AutoClip: a gradient longer than a percentile of the lengths seen so far is shortened to it, so
 * that the threshold needs no knowledge of the problem.
 *
 * <pre>
 * {@code eta_c = the p-th percentile of |g_1|, ..., |g_t|;  if |g_t| > eta_c: g_t = eta_c / |g_t| * g_t}
 * </pre>
 *
 * Name in the paper: {@code percentile} = p, 10 there. Here the last 1000 lengths count. A gradient
 * whose norm is not finite is left as it is and not remembered.
 *
 * @see <a href="https://arxiv.org/abs/2007.14469">Seetharaman et al., MLSP 2020, Algorithm 1</a>
 */
public final class PercentileClipping extends Clipping {
  private static final int REMEMBERED = 1000;

  @Override
  public String id() {
    return "percentile-clipping";
  }

  @Override
  public String summary() {
    return "Shortens gradients that are longer than most of those seen so far.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Seetharaman et al.",
        "AutoClip: Adaptive Gradient Clipping for Source Separation Networks",
        2020,
        "https://arxiv.org/abs/2007.14469");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("percentile", FloatDistribution.of(1, 99), 10));
  }

  @Override
  Consumer<Run> clip(Network network, ParameterValues values) {
    double p = values.number("percentile");
    return run -> clip(run, p);
  }

  private static void clip(Run run, double p) {
    double norm = run.gradients().norm2Number().doubleValue();
    if (!Double.isFinite(norm)) {
      return;
    }
    double threshold = percentile(remember(run, norm), p);
    if (norm > threshold) {
      run.gradients().muli(threshold / norm);
    }
  }

  /** The last lengths, this one among them. */
  private static double[] remember(Run run, double norm) {
    INDArray lengths = run.state("percentile-clipping.lengths", REMEMBERED);
    INDArray count = run.state("percentile-clipping.count", 1);
    long seen = (long) count.getDouble(0);
    lengths.putScalar(seen % REMEMBERED, norm);
    count.putScalar(0, (double) (seen + 1 < 2 * REMEMBERED ? seen + 1 : REMEMBERED));
    return Arrays.copyOf(lengths.toDoubleVector(), (int) Math.min(seen + 1, REMEMBERED));
  }

  /** Between the two nearest, in proportion. */
  static double percentile(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = p / 100 * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
