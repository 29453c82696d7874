package org.hone.engine.training.carried;

import java.util.Set;
import org.hone.api.recipe.Batch;
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

/** Labels are mixed with what a teacher says. */
final class Distillation implements Technique {
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
    return "Learns from a teacher's probabilities beside the labels.";
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
  public boolean appliesTo(Task task) {
    return task.goal() == Goal.CLASSIFICATION;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("share", FloatDistribution.of(0.1, 0.9), 0.5));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double share = values.number("share");
    return recipe.withFeed(feed -> feed.withBatches((batch, run) -> taught(batch, run, share)));
  }

  private static Batch taught(Batch batch, Run run, double share) {
    INDArray teacher = run.teacher().orElseThrow().predict(batch.inputs());
    INDArray labels = batch.labels().mul(1 - share).addi(teacher.mul(share));
    return batch.withLabels(labels);
  }
}
