package org.hone.engine.kernel;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Floats outside Java's memory, where BLAS can read them, and from where pieces are copied into
 * arrays of Java, whose loops the JVM turns into vector code.
 */
final class NativeFloats {
  /** A buffer of Java has less than 2 GB. */
  private static final long MOST_ELEMENTS = 1L << 28;

  /** Holds the memory. */
  private final Object owner;

  private final long address;
  private final FloatPointer moving;
  private final FloatBuffer buffer;

  private NativeFloats(Object owner, long address, long length) {
    this.owner = owner;
    this.address = address;
    this.moving = new Place(address);
    this.buffer = new Place(address).capacity(length).asBuffer();
  }

  /** Whether an array is small enough to be addressed here. */
  static boolean canHold(long elements) {
    return elements <= MOST_ELEMENTS;
  }

  /** Whether an array lies in memory without gaps in C's order, and can be addressed here. */
  static boolean canRead(INDArray array) {
    long distance = 1;
    for (int dimension = array.rank() - 1; dimension >= 0; dimension--) {
      if (array.size(dimension) > 1 && array.stride(dimension) != distance) {
        return false;
      }
      distance *= array.size(dimension);
    }
    return canHold(array.length());
  }

  /** New memory, all zeros. */
  static NativeFloats allocate(int length) {
    FloatPointer memory = new FloatPointer(length);
    Pointer.memset(memory, 0, (long) length * Float.BYTES);
    return new NativeFloats(memory, memory.address(), length);
  }

  /** The memory of an array of FLOAT without gaps. */
  static NativeFloats of(INDArray array) {
    Pointer start = array.data().addressPointer();
    return new NativeFloats(
        array, start.address() + start.position() * Float.BYTES, array.length());
  }

  /** Who holds the memory. */
  Object owner() {
    return owner;
  }

  /** Address of the first. */
  long address() {
    return address;
  }

  /** The place of one of them; valid until this is asked again. */
  FloatPointer at(int position) {
    return moving.position(position);
  }

  /** Copies some, from a position on, to the beginning of an array. */
  void get(int position, float[] into, int length) {
    buffer.get(position, into, 0, length);
  }

  /** Copies some to a position from the beginning of an array. */
  void put(int position, float[] from, int length) {
    buffer.put(position, from, 0, length);
  }

  /** Copies some to a position, from a place in an array. */
  void put(int position, float[] from, int offset, int length) {
    buffer.put(position, from, offset, length);
  }

  /** A copy of all. */
  float[] all() {
    float[] all = new float[buffer.capacity()];
    buffer.get(0, all);
    return all;
  }

  /** Writes all. */
  void putAll(float[] from) {
    buffer.put(0, from);
  }

  /** A place in memory that somebody else owns. */
  private static final class Place extends FloatPointer {
    Place(long where) {
      super((Pointer) null);
      address = where;
    }
  }
}
