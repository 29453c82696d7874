package org.hone.plugins.gradient;

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
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Clipping by value: each element of the gradient is held within bounds.
 *
 * <pre>{@code g_i = max(-c, min(c, g_i))}</pre>
 *
 * Name: {@code limit} = c. The paper holds the derivatives at the inputs of LSTM layers, to 1 for
 * text (sections 3.1 and 3.2) and to 10 for handwriting (section 4.2); 1 is the default here. That
 * the same bound is set to the gradients of weights, a mean over the batch, is the field's habit
 * and not in the paper: look at the range before the default. What is NaN stays so.
 *
 * @see <a href="https://arxiv.org/abs/1308.0850">Graves 2013, section 2.1</a>
 */
public final class ClipByValue extends Clipping {
  @Override
  public String id() {
    return "clip-by-value";
  }

  @Override
  public String summary() {
    return "Holds each element of the gradient within bounds.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Graves",
        "Generating Sequences with Recurrent Neural Networks",
        2013,
        "https://arxiv.org/abs/1308.0850");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("limit", FloatDistribution.log(1e-3, 10), 1));
  }

  @Override
  Consumer<Run> clip(Network network, ParameterValues values) {
    double c = values.number("limit");
    return run -> clip(run.gradients(), c);
  }

  private static void clip(INDArray gradients, double c) {
    Transforms.min(gradients, c, false);
    Transforms.max(gradients, -c, false);
  }
}
