package org.hone.engine.data.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An array of bytes in the IDX format: two zeros, the type of its values (8 for bytes), the number
 * of its dimensions, the size of each as four bytes, the highest first, and the values. See <a
 * href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes and Burges, The MNIST database</a>.
 */
public final class IdxFile {
  private static final int BYTES = 8;
  private static final int HEAD = 4;
  private static final int COLOURED = 4;

  private final DataFile file;
  private final List<Integer> sizes;
  private final byte[] values;

  /** Keeps what was read; the first size is the number of rows. */
  private IdxFile(DataFile file, List<Integer> sizes, byte[] values) {
    this.file = file;
    this.sizes = List.copyOf(sizes);
    this.values = values;
  }

  /** Whether a file begins like one. */
  public static boolean isOne(DataFile file) {
    byte[] head = file.inflated(in -> in.readNBytes(HEAD));
    return head.length == HEAD
        && head[0] == 0
        && head[1] == 0
        && head[2] >= BYTES
        && head[3] >= 1
        && head[3] <= COLOURED;
  }

  /**
   * Reads all of it.
   *
   * @throws DataException if it is another format, or other values than bytes, or if it ends too
   *     early or too late
   */
  public static IdxFile read(DataFile file) {
    return file.inflated(in -> read(file, in));
  }

  private static IdxFile read(DataFile file, InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      int magic = data.readInt();
      if (magic >>> 16 != 0 || (magic & 0xff) == 0) {
        throw file.error("is no IDX file: it begins with %08x".formatted(magic));
      }
      if ((magic >> 8 & 0xff) != BYTES) {
        throw file.error(
            "is an IDX file of values of type 0x%02x; only bytes (0x08) can be read"
                .formatted(magic >> 8 & 0xff));
      }
      List<Integer> sizes = new ArrayList<>();
      for (int i = 0; i < (magic & 0xff); i++) {
        sizes.add(data.readInt());
      }
      return new IdxFile(file, sizes, values(file, data, sizes));
    } catch (EOFException e) {
      throw file.error("is no whole IDX file: it ends within its head");
    }
  }

  private static byte[] values(DataFile file, DataInputStream data, List<Integer> sizes)
      throws IOException {
    long length = 1;
    for (int size : sizes) {
      length *= Math.max(0, size);
      if (length < 1 || length > Integer.MAX_VALUE - HEAD) {
        throw file.error("is an IDX file of the sizes %s, which cannot be read".formatted(sizes));
      }
    }
    byte[] values = data.readNBytes((int) length);
    if (values.length < length || data.read() >= 0) {
      throw file.error(
          "says that its sizes are %s, but holds %s values"
              .formatted(sizes, values.length < length ? "only " + values.length : "more"));
    }
    return values;
  }

  int rows() {
    return sizes.get(0);
  }

  /**
   * The rows as images.
   *
   * @throws DataException if a row has neither two dimensions nor three
   */
  public List<Pixels> images() {
    if (sizes.size() != 3 && sizes.size() != COLOURED) {
      throw file.error(
          "has the sizes %s; images have [rows, height, width] or [rows, height, width, channels]"
              .formatted(sizes));
    }
    int channels = sizes.size() == COLOURED ? sizes.get(3) : 1;
    return IntStream.range(0, rows()).mapToObj(row -> image(row, channels)).toList();
  }

  private Pixels image(int row, int channels) {
    int area = sizes.get(1) * sizes.get(2);
    byte[] planes = new byte[channels * area];
    int from = row * planes.length;
    for (int i = 0; i < planes.length; i++) {
      planes[i % channels * area + i / channels] = values[from + i];
    }
    return new Pixels(sizes.get(1), sizes.get(2), channels, planes);
  }

  /**
   * The rows as numbers.
   *
   * @throws DataException if a row has more than one value
   */
  public int[] numbers() {
    if (sizes.size() != 1) {
      throw file.error("has the sizes %s; labels have [rows]".formatted(sizes));
    }
    return IntStream.range(0, rows()).map(row -> values[row] & 0xff).toArray();
  }
}
