package org.hone.engine.backend;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.hone.engine.replay.Recording;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.CpuMemoryManager;

/** Copies of memory, which go past the executioner; noted where a recording is being made. */
public final class RecordedMemory extends CpuMemoryManager {

  @Override
  public void memcpy(DataBuffer to, DataBuffer from) {
    super.memcpy(to, from);
    long bytes = from.length() * from.getElementSize();
    Pointer target = to.addressPointer();
    Pointer source = from.addressPointer();
    Recording.active()
        .ifPresent(
            recording -> {
              recording.keep(List.of(to, from, target, source));
              recording.add(
                  NativeCall.pure(
                      () -> Pointer.memcpy(target, source, bytes),
                      "copy",
                      List.of(new Operand(source.address(), bytes, bytes)),
                      List.of(new Operand(target.address(), bytes, bytes))));
            });
  }

  @Override
  public void memset(INDArray array) {
    super.memset(array);
    Recording.active().ifPresent(recording -> recording.refuse("memory that is cleared"));
  }
}
