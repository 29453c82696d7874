package org.hone.api.testkit;

import java.nio.file.Path;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;

/** Does what another engine does, for those who want to see it. */
public class DelegatingEngine implements TrainingEngine {
  private final TrainingEngine engine;

  public DelegatingEngine(TrainingEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public String device() {
    return engine.device();
  }

  @Override
  public Network generate(Architecture plan, InputShape input, Goal goal, int outputs) {
    return engine.generate(plan, input, goal, outputs);
  }

  @Override
  public Network open(Path file, InputShape input, Goal goal, int outputs) {
    return engine.open(file, input, goal, outputs);
  }

  @Override
  public Inference openModel(Path file, InputShape input, Goal goal, int outputs) {
    return engine.openModel(file, input, goal, outputs);
  }

  @Override
  public TrainingResult train(Recipe recipe, Task task, Terms terms) {
    return engine.train(recipe, task, terms);
  }
}
