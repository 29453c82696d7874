package org.hone.engine;

import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;
import org.hone.engine.backend.CpuBackend;
import org.hone.engine.backend.MemoryWatch;
import org.hone.engine.metrics.TrialMeters;
import org.hone.engine.network.GraphNetwork;
import org.hone.engine.training.TrainingSession;
import org.nd4j.linalg.factory.Nd4j;

/** Trains on Deeplearning4j. */
public final class Dl4jEngine implements TrainingEngine {
  private final CpuBackend backend = CpuBackend.start();

  @Override
  public String name() {
    return "deeplearning4j 1.0.0-M2.1";
  }

  @Override
  public String device() {
    return backend.description();
  }

  @Override
  public Network generate(Architecture architecture, InputShape input, Goal goal, int outputs) {
    return GraphNetwork.generate(architecture, input, goal, outputs);
  }

  @Override
  public TrainingResult train(Recipe recipe, Task task, Terms terms) {
    CpuBackend.useOneThread();
    try (TrialMeters meters = new TrialMeters()) {
      return new TrainingSession(recipe, task, terms, meters, MemoryWatch.ofMachine()).train();
    } finally {
      // workspaces belong to the thread and would outlive the network
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
  }
}
