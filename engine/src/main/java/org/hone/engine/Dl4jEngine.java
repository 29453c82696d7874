package org.hone.engine;

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
import org.hone.engine.backend.CpuBackend;
import org.hone.engine.backend.MemoryWatch;
import org.hone.engine.backend.device.DeviceChoice;
import org.hone.engine.backend.device.Devices;
import org.hone.engine.metrics.TrialMeters;
import org.hone.engine.network.GraphNetwork;
import org.hone.engine.network.Offer;
import org.hone.engine.training.SavedModel;
import org.hone.engine.training.TrainingSession;
import org.nd4j.linalg.factory.Nd4j;

/** Trains on Deeplearning4j. */
public final class Dl4jEngine implements TrainingEngine {
  private final DeviceChoice choice;
  private final String device;

  /**
   * Loads the native library, unless somebody did so before.
   *
   * @throws org.hone.engine.backend.device.DeviceException if the backend that the user asks for
   *     cannot compute on this machine
   */
  public Dl4jEngine() {
    DeviceChoice wanted = Devices.ofProcess();
    CpuBackend backend = CpuBackend.start();
    choice = wanted.confirmed(Nd4j.getBackend().getClass().getName());
    device = "%s; %s".formatted(choice.devices().orElse(backend.description()), choice.describe());
  }

  @Override
  public String name() {
    return "deeplearning4j 1.0.0-M2.1";
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public Network generate(Architecture architecture, InputShape input, Goal goal, int outputs) {
    return GraphNetwork.generate(architecture, input, goal, outputs);
  }

  @Override
  public Network open(Path file, InputShape input, Goal goal, int outputs) {
    return GraphNetwork.open(file, input, goal, outputs);
  }

  @Override
  public Network openWithNewOutput(Path file, InputShape input, Goal goal, int outputs) {
    return GraphNetwork.openWithNewOutput(file, input, goal, outputs);
  }

  @Override
  public Network pretrained(Network network, Path file) {
    return Offer.of(GraphNetwork.of(network), file);
  }

  @Override
  public Inference openModel(Path file, InputShape input, Goal goal, int outputs) {
    return SavedModel.open(file, input, goal, outputs);
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
