package org.hone.agent.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Recipe;
import org.hone.api.testkit.DelegatingEngine;
import org.hone.api.training.Checkpointing;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingResult;
import org.hone.engine.Dl4jEngine;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The real engine, of whose trainings notes are taken. */
public final class Witness extends DelegatingEngine {
  private final List<Lesson> lessons = new ArrayList<>();
  private final List<Optional<Path>> checkpoints = new ArrayList<>();

  /** What a training learns from, and what its teacher, or it, says of the validation rows. */
  public record Lesson(INDArray training, INDArray validation, INDArray said) {}

  /** Nothing is noted yet. */
  public Witness() {
    super(new Dl4jEngine());
  }

  @Override
  public TrainingResult train(Recipe recipe, Task task, Terms terms) {
    checkpoints.add(terms.checkpointing().map(Checkpointing::file));
    TrainingResult result = super.train(recipe, task, terms);
    Inputs rows = task.scaling().inputs(task.validation().inputs());
    Inference asked = terms.teacher().orElseGet(() -> result.model().orElseThrow());
    lessons.add(
        new Lesson(task.training().features(), task.validation().features(), asked.predict(rows)));
    return result;
  }

  /** By training. */
  public List<Lesson> lessons() {
    return Collections.unmodifiableList(lessons);
  }

  /** Where each training was to keep its state. */
  public List<Optional<Path>> checkpoints() {
    return Collections.unmodifiableList(checkpoints);
  }
}
