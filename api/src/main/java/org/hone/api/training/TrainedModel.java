package org.hone.api.training;

import java.io.IOException;
import java.nio.file.Path;
import org.hone.api.recipe.Inference;

/** A trained network. */
public interface TrainedModel extends Inference {

  /** How many numbers were trained. */
  long parameters();

  /** Writes the network in the engine's own format, replacing the file. */
  void save(Path file) throws IOException;
}
