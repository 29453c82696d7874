package org.hone.api.layer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Random numbers of ND4J's generator, whose state is part of a checkpoint. Drawn as an array:
 * single numbers would not move that state.
 */
final class Draws {
  private Draws() {}

  /** Of (0, 1). */
  @SuppressWarnings("try") // the scope is left, not used
  static double[] uniform(long count) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return Nd4j.rand(DataType.FLOAT, count).toDoubleVector();
    }
  }
}
