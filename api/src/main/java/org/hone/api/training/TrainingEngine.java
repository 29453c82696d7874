package org.hone.api.training;

import java.nio.file.Path;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Inference;
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
   * @throws OutputMismatchException if it is the output that does not fit
   */
  Network open(Path file, InputShape input, Goal goal, int outputs);

  /**
   * The same with a new output in the place of the network's own, or behind its last layer if it
   * has none: for answers of another number or kind. The old output's weights are not on offer.
   *
   * @throws IllegalArgumentException as {@link #open}
   */
  default Network openWithNewOutput(Path file, InputShape input, Goal goal, int outputs) {
    throw new IllegalArgumentException(name() + " gives no network a new output");
  }

  /**
   * The network with the weights of a model out of a file on offer as pretrained ones. Layers go by
   * name; those of the output are on offer if they have the same shapes.
   *
   * @throws IllegalArgumentException if the file is no model of this engine's, or lacks a layer of
   *     the network's other than the output, or has it with other shapes; the message names the
   *     file
   */
  default Network pretrained(Network network, Path file) {
    throw new IllegalArgumentException(name() + " reads no weights from files");
  }

  /**
   * A trained network out of a file as it is, such as a teacher's.
   *
   * @throws IllegalArgumentException if the file is no model of this engine's, or does not fit such
   *     inputs and outputs; the message names the file
   */
  default Inference openModel(Path file, InputShape input, Goal goal, int outputs) {
    throw new IllegalArgumentException(name() + " reads no models from files");
  }

  /**
   * Trains. The same recipe, task and seed give the same result on the same device. A training that
   * diverges is a result of status FAILED, not an exception.
   */
  TrainingResult train(Recipe recipe, Task task, Terms terms);
}
