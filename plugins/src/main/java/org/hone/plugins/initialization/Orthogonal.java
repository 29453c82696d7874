package org.hone.plugins.initialization;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Orthogonal initialization: a layer begins as a rotation, which neither stretches nor shrinks what
 * goes through it, however many follow.
 *
 * <pre>{@code W = gain * Q,  Q^T Q = I}</pre>
 *
 * Q is what orthogonalisation leaves of a normal random matrix. Where a layer narrows or widens,
 * the shorter side is orthonormal; a kernel counts as one row for each of its outputs. Name in the
 * paper: {@code gain} = g.
 *
 * @see <a href="https://arxiv.org/abs/1312.6120">Saxe et al., ICLR 2014</a>
 */
public final class Orthogonal extends Initialization {
  @Override
  public String id() {
    return "orthogonal";
  }

  @Override
  public String summary() {
    return "Begins with layers that rotate what goes through them, and neither stretch nor shrink it.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Saxe et al.",
        "Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear Neural Networks",
        2014,
        "https://arxiv.org/abs/1312.6120");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("gain", FloatDistribution.of(0.5, 2), 1.0));
  }

  @Override
  IWeightInit weights(ParameterValues values) {
    return new OrthogonalWeights(values.number("gain"));
  }
}
