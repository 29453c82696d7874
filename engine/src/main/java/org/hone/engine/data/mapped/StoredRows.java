package org.hone.engine.data.mapped;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where an array lies in a file: numbers of 32 bits in the byte order of this machine, the last
 * dimension running fastest.
 *
 * @param from the first byte's place
 * @param checksum CRC-32C of the bytes
 */
record StoredRows(List<Long> shape, long from, long checksum) {
  /** Where the next array may begin, for whoever computes many numbers at a time. */
  private static final int ALIGNMENT = 64;

  /** Of an array that lies at some place. */
  static StoredRows of(INDArray array, long from) {
    INDArray whole = contiguous(array);
    CRC32C checksum = new CRC32C();
    try {
      checksum.update(memory(whole));
    } finally {
      Reference.reachabilityFence(whole);
    }
    return new StoredRows(shape(array), from, checksum.getValue());
  }

  /** Whether such an array can be mapped: in one piece, of numbers of 32 bits. */
  static boolean fits(INDArray array) {
    return array.dataType() == DataType.FLOAT && bytes(shape(array)) <= Integer.MAX_VALUE;
  }

  private static List<Long> shape(INDArray array) {
    return Arrays.stream(array.shape()).boxed().toList();
  }

  private static long bytes(List<Long> shape) {
    return shape.stream().reduce(1L, (a, b) -> a * b) * Float.BYTES;
  }

  long bytes() {
    return bytes(shape);
  }

  /** The first place behind it. */
  long end() {
    return aligned(from + bytes());
  }

  /** The same in a file whose arrays begin behind so many bytes. */
  StoredRows behind(long bytes) {
    return new StoredRows(shape, aligned(bytes) + from, checksum);
  }

  /** The next place where an array may begin. */
  static long aligned(long place) {
    return (place + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  static StoredRows read(DataInput in) throws IOException {
    int dimensions = in.readUnsignedByte();
    List<Long> shape = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      shape.add(in.readLong());
    }
    return new StoredRows(shape, in.readLong(), in.readLong());
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(shape.size());
    for (long size : shape) {
      out.writeLong(size);
    }
    out.writeLong(from);
    out.writeLong(checksum);
  }

  /** Writes the numbers of the array to their place. */
  void writeNumbers(INDArray array, FileChannel channel) throws IOException {
    INDArray whole = contiguous(array);
    try {
      ByteBuffer numbers = memory(whole);
      while (numbers.hasRemaining()) {
        int unused = channel.write(numbers, from + numbers.position());
      }
    } finally {
      Reference.reachabilityFence(whole);
    }
  }

  private static INDArray contiguous(INDArray array) {
    return array.ordering() == 'c' && array.elementWiseStride() == 1 ? array : array.dup('c');
  }

  /** The memory of an array itself. */
  private static ByteBuffer memory(INDArray contiguous) {
    BytePointer memory = new BytePointer(contiguous.data().addressPointer());
    return memory.position(0).capacity(bytes(shape(contiguous))).asByteBuffer();
  }

  /**
   * The array, whose numbers are those of the file. Whoever writes to it has that page for himself.
   *
   * @throws IOException if other bytes are there
   */
  INDArray map(FileChannel channel) throws IOException {
    if (channel.size() < from + bytes()) {
      throw new IOException("the file ends too early");
    }
    MappedByteBuffer bytes = channel.map(FileChannel.MapMode.PRIVATE, from, bytes());
    CRC32C sum = new CRC32C();
    sum.update(bytes.duplicate());
    if (sum.getValue() != checksum) {
      throw new IOException("the file is damaged");
    }
    // the pointer keeps the buffer, and with it the mapping
    FloatPointer numbers = new FloatPointer(bytes.order(ByteOrder.nativeOrder()).asFloatBuffer());
    long length = bytes() / Float.BYTES;
    DataBuffer data =
        Nd4j.createBuffer(numbers, DataType.FLOAT, length, FloatIndexer.create(numbers));
    long[] sizes = shape.stream().mapToLong(size -> size).toArray();
    return Nd4j.create(data, sizes, Nd4j.getStrides(sizes, 'c'), 0, 'c');
  }
}
