package org.hone.engine.backend;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.CpuNDArrayFactory;

/** ND4J's factory with products of matrices that are noted. ND4J finds it by name. */
public final class RecordedArrayFactory extends CpuNDArrayFactory {

  /** As ND4J makes it. */
  public RecordedArrayFactory(DataType type, char order) {
    super(type, order);
  }

  @Override
  public void createLevel3() {
    level3 = new RecordedBlas3();
  }
}
