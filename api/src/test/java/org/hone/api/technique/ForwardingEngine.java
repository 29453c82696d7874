package org.hone.api.technique;

import java.nio.file.Path;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;

/** Passes everything on, for tests that look at what passes. */
class ForwardingEngine implements TrainingEngine {
  private final TrainingEngine engine;

  ForwardingEngine(TrainingEngine engine) {
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
  public Network generate(Architecture architecture, InputShape input, Goal goal, int outputs) {
    return engine.generate(architecture, input, goal, outputs);
  }

  @Override
  public Network open(Path file, InputShape input, Goal goal, int outputs) {
    return engine.open(file, input, goal, outputs);
  }

  @Override
  public TrainingResult train(Recipe recipe, Task task, Terms terms) {
    return engine.train(recipe, task, terms);
  }
}
