package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
  private static final SplitPlan HALF = new SplitPlan(0.5, 0, 1, 1);

  @TempDir Path folder;

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(Path file, Form form) {
    return assertThatThrownBy(() -> Dataset.read(DataSource.of(file, form, Optional.empty())))
        .isInstanceOf(DataException.class);
  }

  private Path idx(String name, int type, int[] sizes, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + values.length);
    bytes.put(new byte[] {0, 0, (byte) type, (byte) sizes.length});
    for (int size : sizes) {
      bytes.putInt(size);
    }
    for (int value : values) {
      bytes.put((byte) value);
    }
    try {
      return Files.write(folder.resolve(name), bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsImagesAsMnistHasThem(boolean gzip) throws IOException {
    int[] pixels = IntStream.range(0, 4 * 6).map(i -> 200 + i).toArray();
    Path images = idx("train-images-idx3-ubyte", 8, new int[] {4, 2, 3}, pixels);
    Path labels = idx("train-labels-idx1-ubyte", 8, new int[] {4}, 7, 3, 7, 3);
    if (gzip) {
      images = gzipped(images);
      labels = gzipped(labels);
    }
    Form form = new Form.Idx(String.valueOf(labels.getFileName()));
    assertThat(Glance.kind(images)).contains(InputShape.Kind.IMAGE);
    Dataset data = Dataset.read(DataSource.of(images, form, Optional.empty()));
    assertThat(data.classes()).containsExactly("3", "7");
    assertThat(data.input()).isEqualTo(InputShape.image(2, 3, 1));
    Preprocessing preprocessing = data.prepare(HALF).preprocessing();
    RawRows rows = preprocessing.readForPrediction(images);
    assertThat(rows.names()).containsExactly("1", "2", "3", "4");
    assertThat(preprocessing.encode(rows).features().ravel().toFloatVector())
        .containsExactly(toFloats(pixels));
  }

  private static float[] toFloats(int[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values[i];
    }
    return floats;
  }

  private static Path gzipped(Path file) throws IOException {
    Path gzip = file.resolveSibling(file.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      Files.copy(file, out);
    }
    return gzip;
  }

  @Test
  void colouredIdxImagesHaveTheirChannelsLast() {
    Path images =
        idx("images", 8, new int[] {4, 1, 2, 2}, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4);
    idx("labels", 8, new int[] {4}, 0, 1, 0, 1);
    Dataset data = Dataset.read(DataSource.of(images, new Form.Idx("labels"), Optional.empty()));
    assertThat(data.input()).isEqualTo(InputShape.image(1, 2, 2));
    assertThat(data.prepare(HALF).training().features().slice(0).ravel().toFloatVector())
        .containsExactly(1, 3, 2, 4);
  }

  @Test
  void idxFilesThatMakeNoSenseAreRefused() throws IOException {
    idx("labels", 8, new int[] {4}, 0, 1, 0, 1);
    Form form = new Form.Idx("labels");
    Path few = idx("few", 8, new int[] {4, 1, 2}, 1, 2, 3);
    refused(few, form)
        .hasMessage("%s: says that its sizes are [4, 1, 2], but holds only 3 values", few);
    Path more = idx("more", 8, new int[] {1, 1, 1}, 1, 2, 3);
    refused(more, form)
        .hasMessage("%s: says that its sizes are [1, 1, 1], but holds more values", more);
    Path floats = idx("floats", 0x0d, new int[] {1, 1, 1}, 1, 2, 3, 4);
    refused(floats, form)
        .hasMessage(
            "%s: is an IDX file of values of type 0x0d; only bytes (0x08) can be read", floats);
    Path three = idx("three", 8, new int[] {3, 1, 1}, 1, 2, 3);
    refused(three, form)
        .hasMessage("%s: has 4 labels, but %s has 3 images", folder.resolve("labels"), three);
    Path flat = idx("flat", 8, new int[] {3, 1}, 1, 2, 3);
    refused(flat, form).hasMessageContaining("images have [rows, height, width]");
    refused(three, new Form.Idx("three"))
        .hasMessage("%s: has the sizes [3, 1, 1]; labels have [rows]", three);
    refused(three, new Form.Idx("none")).hasMessageContaining("none: there is no such file");
    Path text = Files.writeString(folder.resolve("text"), "text");
    refused(text, form).hasMessage("%s: is no IDX file: it begins with 74657874", text);
    Path head = Files.write(folder.resolve("head"), new byte[] {0, 0, 8, 3, 0});
    refused(head, form).hasMessage("%s: is no whole IDX file: it ends within its head", head);
    Path huge = idx("huge", 8, new int[] {1 << 30, 1 << 30, 2});
    refused(huge, form).hasMessageContaining("which cannot be read");
  }
}
