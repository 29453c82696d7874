package org.hone.engine.network.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.message.DataLayout;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An HDF5 file: groups with texts and arrays of numbers, by paths such as {@code layers/dense}. It
 * is read by jHDF, which needs no native library. Links are not followed, as they may lead to other
 * files; Keras writes none.
 */
final class Hdf5 implements AutoCloseable {
  /** jHDF names the file in its log. */
  private static final URI NAME = URI.create("file:/model");

  /** What a compressed array may take of what the file has: deflate does not reach more. */
  private static final long LARGEST_EXPANSION = 1032;

  private final HdfFile file;
  private final long size;

  /**
   * Reads from a channel, which is closed with it, also if this fails.
   *
   * @throws IOException if bytes are missing, or it is not HDF5
   */
  Hdf5(SeekableByteChannel channel) throws IOException {
    try {
      size = channel.size();
      file = read(() -> new HdfFile(channel, NAME));
      requireWhole();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void requireWhole() throws EOFException {
    long end = file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
    if (end > size) {
      throw new EOFException("it is cut off: %d bytes of %d are there".formatted(size, end));
    }
  }

  /** A damaged file leads jHDF to errors of all kinds, or to more memory than there is. */
  private static <T> T read(Supplier<T> part) {
    try {
      return part.get();
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      String problem = "it is damaged, or HDF5 of an unusual kind (%s)".formatted(e);
      throw new UncheckedIOException(problem, new IOException(e));
    }
  }

  /** Such a text about a group. */
  Optional<String> text(String group, String name) {
    return group(group)
        .map(found -> read(found::getAttributes).get(name))
        .map(attribute -> read(attribute::getData))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** The names of the groups in a group. */
  List<String> groups(String group) {
    return named(group, Group.class);
  }

  /** The names of the arrays in a group. */
  List<String> arrays(String group) {
    return named(group, Dataset.class);
  }

  private List<String> named(String group, Class<? extends Node> kind) {
    return group(group).map(Hdf5::children).orElse(Map.of()).entrySet().stream()
        .filter(child -> kind.isInstance(child.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * An array in single precision.
   *
   * @throws IllegalArgumentException if there is none, or one of other numbers
   */
  INDArray array(String group, String name) {
    String path = group + "/" + name;
    Dataset array =
        group(group)
            .map(found -> children(found).get(name))
            .filter(Dataset.class::isInstance)
            .map(Dataset.class::cast)
            .orElseThrow(
                () -> new IllegalArgumentException("the file has no array '%s'".formatted(path)));
    requirePlausible(array, path);
    Object numbers = read(array::getDataFlat);
    if (numbers instanceof float[] singles) {
      return Nd4j.create(singles, array.getDimensionsAsLong(), 'c');
    }
    if (numbers instanceof double[] doubles) {
      return Nd4j.create(singles(doubles), array.getDimensionsAsLong(), 'c');
    }
    throw new IllegalArgumentException(
        "array '%s' has no floating-point numbers in it".formatted(path));
  }

  private static float[] singles(double[] doubles) {
    float[] singles = new float[doubles.length];
    for (int i = 0; i < singles.length; i++) {
      singles[i] = (float) doubles[i];
    }
    return singles;
  }

  /** A damaged file may tell of more numbers than memory can hold. */
  private void requirePlausible(Dataset array, String path) {
    boolean chunked = read(array::getDataLayout) == DataLayout.CHUNKED;
    long bytes = read(array::getSizeInBytes);
    if (bytes < 0 || bytes > (chunked ? size * LARGEST_EXPANSION : size)) {
      throw new IllegalArgumentException(
          "array '%s' is said to have the shape %s, which a file of %d bytes cannot hold"
              .formatted(path, Arrays.toString(array.getDimensionsAsLong()), size));
    }
  }

  private Optional<Group> group(String path) {
    Group group = file;
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty()) {
        Node child = children(group).get(name);
        if (!(child instanceof Group next)) {
          return Optional.empty();
        }
        group = next;
      }
    }
    return Optional.of(group);
  }

  private static Map<String, Node> children(Group group) {
    return read(group::getChildren);
  }

  @Override
  public void close() {
    file.close();
  }
}
