package org.hone.plugins.distillation;

import java.util.Set;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Distillation: learns from what a teacher makes of the rows beside their labels.
 *
 * <pre>{@code L = alpha * T^2 * KL(p_T || q_T) + (1 - alpha) * L_0(labels, q)}</pre>
 *
 * with p_T and q_T the teacher's and the network's probabilities at {@code temperature} = T, and
 * L_0 the loss as other techniques made it, such as cross-entropy of smoothed labels. Several
 * labels of a row have a KL each; of numbers the teacher's take the labels' place, without a
 * temperature: {@code L = alpha * L_0(teacher's, q) + (1 - alpha) * L_0(labels, q)}.
 *
 * <p>The teacher sees what the network sees: of a row that was augmented or mixed, it is asked
 * about the result, as in Beyer et al. 2022 (arXiv 2106.05237); of rows as they are its answers are
 * kept. The defaults, T = 4 and alpha = 0.9, are those of Tian et al. (ICLR 2020, arXiv
 * 1910.10699); the paper says little more than that alpha is large.
 *
 * @see <a href="https://arxiv.org/abs/1503.02531">Hinton et al. 2015, section 2</a>
 */
public final class Distillation implements Technique {
  private static final String TEMPERATURE = "temperature";

  @Override
  public String id() {
    return "distillation";
  }

  @Override
  public Slot slot() {
    return Slot.DISTILLATION;
  }

  @Override
  public String summary() {
    return "Learns from what a teacher makes of the rows, beside their labels.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Hinton et al.",
        "Distilling the Knowledge in a Neural Network",
        2015,
        "https://arxiv.org/abs/1503.02531");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.TEACHER);
  }

  @Override
  public SearchSpace parameters(Task task) {
    Parameter alpha = Parameter.of("alpha", FloatDistribution.of(0.1, 1), 0.9);
    return task.goal() == Goal.REGRESSION
        ? SearchSpace.of(alpha)
        : SearchSpace.of(Parameter.of(TEMPERATURE, FloatDistribution.log(1, 20), 4), alpha);
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double temperature = values.contains(TEMPERATURE) ? values.number(TEMPERATURE) : 1;
    double alpha = values.number("alpha");
    return recipe
        .withFeed(feed -> feed.withBatches(Distillation::taught))
        .withNetwork(
            network -> network.mapLoss(loss -> new DistillationLoss(loss, temperature, alpha)));
  }

  /** With the teacher's answers beside the labels, for the loss to tell apart. */
  private static Batch taught(Batch batch, Run run) {
    Inference teacher =
        run.teacher()
            .orElseThrow(() -> new IllegalStateException("distillation has no teacher to ask"));
    INDArray answers = teacher.predict(batch.inputs()).castTo(batch.labels().dataType());
    return batch.withLabels(Nd4j.hstack(batch.labels(), answers));
  }
}
