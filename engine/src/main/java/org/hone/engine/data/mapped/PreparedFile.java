package org.hone.engine.data.mapped;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.Examples;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.Preprocessing;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A split in a file: a head that says what it is, and the numbers. Processes that map it share its
 * pages. The file is there as a whole or not at all, and whoever opens it looks whether it is
 * intact.
 *
 * <pre>{@code
 * magic, length of the head, checksum of the head, head, gap, array, gap, array ...
 * }</pre>
 *
 * @param key what the split follows from; a file of another key is another split
 */
public record PreparedFile(Path file, String key) {
  private static final int MAGIC = 0x484f4e45;
  private static final int VERSION = 2;
  private static final int FIRST_BYTES = 2 * Integer.BYTES + Long.BYTES;
  private static final int LONGEST_HEAD = 1 << 28;
  private static final List<String> PARTS = List.of("training", "validation", "test");

  /** What a file says of itself. */
  private record Head(
      String key, String preprocessing, Map<String, StoredRows> arrays, Synonyms synonyms) {}

  /** How many bytes the numbers of a split take. */
  public static long bytes(Prepared split) {
    return arrays(split).values().stream()
        .mapToLong(array -> array.length() * array.dataType().width())
        .sum();
  }

  /** Whether all of it can be mapped: of no array more than two gigabytes. */
  public static boolean fits(Prepared split) {
    return arrays(split).values().stream().allMatch(StoredRows::fits);
  }

  /**
   * Writes it, in place of what was there.
   *
   * @throws IOException if that is not possible, as when the disk is full; then nothing is left
   */
  public void write(Prepared split) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(next.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        write(split, channel);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private void write(Prepared split, FileChannel channel) throws IOException {
    Map<String, INDArray> arrays = arrays(split);
    Map<String, StoredRows> places = new LinkedHashMap<>();
    long from = 0;
    for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
      StoredRows place = StoredRows.of(array.getValue(), from);
      places.put(array.getKey(), place);
      from = place.end();
    }
    byte[] head = bytes(new Head(key, split.preprocessing().toJson(), places, split.synonyms()));
    CRC32C sum = new CRC32C();
    sum.update(head);
    ByteBuffer first = ByteBuffer.allocate(FIRST_BYTES + head.length);
    first.putInt(MAGIC).putInt(head.length).putLong(sum.getValue()).put(head).flip();
    while (first.hasRemaining()) {
      int unused = channel.write(first);
    }
    for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
      StoredRows place = places.get(array.getKey());
      if (place != null) {
        place.behind(head.length + FIRST_BYTES).writeNumbers(array.getValue(), channel);
      }
    }
    channel.force(false);
  }

  /** Maps it; empty if it is not there, damaged, or of another key or version. */
  public Optional<Prepared> open() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer first = read(channel, 0, FIRST_BYTES);
      if (first.getInt() != MAGIC) {
        return Optional.empty();
      }
      int length = first.getInt();
      Head head = head(channel, length, first.getLong());
      return head.key().equals(key)
          ? Optional.of(prepared(head, channel, FIRST_BYTES + length))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      // damaged: as good as not there
      return Optional.empty();
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("the file ends too early");
      }
    }
    return bytes.flip();
  }

  private static Head head(FileChannel channel, int length, long checksum) throws IOException {
    if (length < 0 || length > LONGEST_HEAD || length > channel.size()) {
      throw new IOException("no head is so long");
    }
    byte[] head = read(channel, FIRST_BYTES, length).array();
    CRC32C sum = new CRC32C();
    sum.update(head);
    if (sum.getValue() != checksum) {
      throw new IOException("the head is damaged");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(head));
    if (in.readInt() != VERSION) {
      throw new IOException("another version");
    }
    String key = in.readUTF();
    String preprocessing = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    Map<String, StoredRows> arrays = new LinkedHashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      arrays.put(in.readUTF(), StoredRows.read(in));
    }
    return new Head(key, preprocessing, arrays, synonyms(in));
  }

  private static byte[] bytes(Head head) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(VERSION);
    out.writeUTF(head.key());
    byte[] preprocessing = head.preprocessing().getBytes(StandardCharsets.UTF_8);
    out.writeInt(preprocessing.length);
    out.write(preprocessing);
    out.writeInt(head.arrays().size());
    for (Map.Entry<String, StoredRows> array : head.arrays().entrySet()) {
      out.writeUTF(array.getKey());
      array.getValue().write(out);
    }
    write(head.synonyms(), out);
    return bytes.toByteArray();
  }

  private static void write(Synonyms synonyms, DataOutputStream out) throws IOException {
    out.writeInt(synonyms.byWord().size());
    for (Map.Entry<Integer, List<Integer>> word : synonyms.byWord().entrySet()) {
      out.writeInt(word.getKey());
      out.writeInt(word.getValue().size());
      for (int other : word.getValue()) {
        out.writeInt(other);
      }
    }
  }

  private static Synonyms synonyms(DataInputStream in) throws IOException {
    Map<Integer, List<Integer>> byWord = new LinkedHashMap<>();
    int words = in.readInt();
    for (int i = 0; i < words; i++) {
      int word = in.readInt();
      int count = in.readInt();
      List<Integer> others = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        others.add(in.readInt());
      }
      byWord.put(word, others);
    }
    return new Synonyms(byWord);
  }

  private static Map<String, INDArray> arrays(Prepared split) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    List<Examples> parts = new ArrayList<>(List.of(split.training(), split.validation()));
    split.test().ifPresent(parts::add);
    for (int i = 0; i < parts.size(); i++) {
      Examples part = parts.get(i);
      String name = PARTS.get(i);
      arrays.put(name + ".features", part.features());
      arrays.put(name + ".labels", part.labels());
      part.inputs().mask().ifPresent(mask -> arrays.put(name + ".mask", mask));
      part.weights().ifPresent(weights -> arrays.put(name + ".weights", weights));
    }
    return arrays;
  }

  private static Prepared prepared(Head head, FileChannel channel, long behind) throws IOException {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    for (Map.Entry<String, StoredRows> array : head.arrays().entrySet()) {
      arrays.put(array.getKey(), array.getValue().behind(behind).map(channel));
    }
    return new Prepared(
        examples(arrays, PARTS.get(0)).orElseThrow(() -> new IOException("no training rows")),
        examples(arrays, PARTS.get(1)).orElseThrow(() -> new IOException("no validation rows")),
        examples(arrays, PARTS.get(2)),
        Preprocessing.fromJson(head.preprocessing()),
        head.synonyms());
  }

  private static Optional<Examples> examples(Map<String, INDArray> arrays, String part) {
    INDArray features = arrays.get(part + ".features");
    INDArray labels = arrays.get(part + ".labels");
    if (features == null || labels == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Examples(
            new Inputs(features, Optional.ofNullable(arrays.get(part + ".mask"))),
            labels,
            Optional.ofNullable(arrays.get(part + ".weights"))));
  }
}
