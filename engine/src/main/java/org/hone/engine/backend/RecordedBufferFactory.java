package org.hone.engine.backend;

import org.hone.engine.replay.Recording;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.cpu.nativecpu.buffer.DefaultDataBufferFactory;

/** ND4J's memory, which is noted where a recording is being made. ND4J finds it by name. */
public final class RecordedBufferFactory extends DefaultDataBufferFactory {

  @Override
  public DataBuffer create(DataType type, long length, boolean initialize) {
    DataBuffer buffer = super.create(type, length, initialize);
    Recording.active().ifPresent(recording -> recording.allocated(buffer, initialize));
    return buffer;
  }

  @Override
  public DataBuffer create(
      DataType type, long length, boolean initialize, MemoryWorkspace workspace) {
    DataBuffer buffer = super.create(type, length, initialize, workspace);
    Recording.active()
        .ifPresent(recording -> recording.refuse("memory of a workspace, which others use too"));
    return buffer;
  }
}
