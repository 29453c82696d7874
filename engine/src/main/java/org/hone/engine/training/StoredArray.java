package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.zip.CRC32C;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays in a file: type, shape, order, and the numbers in the byte order of this machine. */
final class StoredArray {
  private static final int PIECE = 1 << 16;

  private StoredArray() {}

  static void write(INDArray array, DataOutput out) throws IOException {
    INDArray whole = withoutGaps(array);
    out.writeUTF(whole.dataType().name());
    out.writeChar(whole.ordering());
    long[] shape = whole.shape();
    out.writeInt(shape.length);
    for (long size : shape) {
      out.writeLong(size);
    }
    byte[] piece = new byte[PIECE];
    try (BytePointer memory = memory(whole)) {
      for (long at = 0; at < memory.capacity(); at += PIECE) {
        int count = (int) Math.min(PIECE, memory.capacity() - at);
        memory.position(at).get(piece, 0, count);
        out.write(piece, 0, count);
      }
    }
  }

  static INDArray read(DataInput in) throws IOException {
    DataType type = DataType.valueOf(in.readUTF());
    char order = in.readChar();
    long[] shape = new long[in.readInt()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in.readLong();
    }
    INDArray array = Nd4j.createUninitialized(type, shape, order);
    byte[] piece = new byte[PIECE];
    try (BytePointer memory = memory(array)) {
      for (long at = 0; at < memory.capacity(); at += PIECE) {
        int count = (int) Math.min(PIECE, memory.capacity() - at);
        in.readFully(piece, 0, count);
        memory.position(at).put(piece, 0, count);
      }
    }
    return array;
  }

  static void write(float[] values, DataOutput out) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.nativeOrder());
    FloatBuffer floats = piece.asFloatBuffer();
    for (int at = 0; at < values.length; at += floats.capacity()) {
      int count = Math.min(floats.capacity(), values.length - at);
      floats.clear().put(values, at, count);
      out.write(piece.array(), 0, count * Float.BYTES);
    }
  }

  /** Reads as many as there are places. */
  static void read(float[] places, DataInput in) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.nativeOrder());
    FloatBuffer floats = piece.asFloatBuffer();
    for (int at = 0; at < places.length; at += floats.capacity()) {
      int count = Math.min(floats.capacity(), places.length - at);
      in.readFully(piece.array(), 0, count * Float.BYTES);
      floats.clear().get(places, at, count);
    }
  }

  /** A checksum of the numbers. */
  static long checksum(INDArray array) {
    CRC32C checksum = new CRC32C();
    byte[] piece = new byte[PIECE];
    try (BytePointer memory = memory(withoutGaps(array))) {
      for (long at = 0; at < memory.capacity(); at += PIECE) {
        int count = (int) Math.min(PIECE, memory.capacity() - at);
        memory.position(at).get(piece, 0, count);
        checksum.update(piece, 0, count);
      }
    }
    return checksum.getValue();
  }

  private static INDArray withoutGaps(INDArray array) {
    return array.elementWiseStride() == 1 ? array : array.dup();
  }

  private static BytePointer memory(INDArray array) {
    BytePointer memory = new BytePointer(array.data().addressPointer());
    return memory.position(0).capacity(array.length() * array.dataType().width());
  }
}
