package org.hone.api.training;

import java.nio.file.Path;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;

/**
 * Generates networks and trains them. Thread-safe; one training stays on the calling thread. Found
 * by ServiceLoader.
 */
public interface TrainingEngine {

  /** Name and version. */
  String name();

  /** What it computes on, in one line. */
  String device();

  /**
   * A network as planned, for such inputs and outputs.
   *
   * @throws IllegalArgumentException if the plan does not fit the input
   */
  Network generate(Architecture architecture, InputShape input, Goal goal, int outputs);

  /**
   * A user's own network out of a file, for such inputs and outputs. Weights that come with it are
   * on offer as pretrained ones.
   *
   * @throws IllegalArgumentException if the file is no network of this engine's, or does not fit
   *     the inputs and outputs; the message names the file, and what is expected and what is there
   */
  Network open(Path file, InputShape input, Goal goal, int outputs);

  /**
   * Trains. The same recipe, task and seed give the same result on the same device. A training that
   * diverges is a result of status FAILED, not an exception.
   */
  TrainingResult train(Recipe recipe, Task task, Terms terms);
}
