package org.hone.plugins.optimizer;

import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * RMSProp: each weight's step is divided by the root of a moving average of its squared gradient.
 *
 * <pre>{@code
 * s = gamma * s + (1 - gamma) * g^2
 * w = w - eta * g / (sqrt(s) + eps)
 * }</pre>
 *
 * Names: {@code learning-rate} = eta, {@code decay} = gamma, 0.9 in the lecture; eps = 1e-8.
 *
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Hinton,
 *     lecture 6e of CSC321, 2012</a>
 */
public final class RmsProp extends Optimizer {
  private static final double EPS = 1e-8;

  @Override
  public String id() {
    return "rmsprop";
  }

  @Override
  public String summary() {
    return "Divides each weight's step by the recent size of its gradient.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Tieleman and Hinton",
        "Lecture 6.5: RMSProp, Divide the Gradient by a Running Average of Its Recent Magnitude",
        2012,
        "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        learningRate(1e-5, 1e-1, 1e-3),
        Parameter.of("decay", FloatDistribution.of(0.8, 0.999), 0.9));
  }

  @Override
  IUpdater updater(ParameterValues values) {
    return new org.nd4j.linalg.learning.config.RmsProp(
        values.number(LEARNING_RATE), values.number("decay"), EPS);
  }
}
