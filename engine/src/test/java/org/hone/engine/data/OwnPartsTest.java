package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.hone.api.training.Examples;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of validation and test that lie in folders or IDX files of their own. */
class OwnPartsTest {
  private static final SplitPlan NOTHING_DRAWN = new SplitPlan(0, 0, 1, 2);
  private static final Form IMAGES = new Form.ImageFolder(Optional.empty(), false);
  private static final Form SKIPPING = new Form.ImageFolder(Optional.empty(), true);
  private static final Form TEXTS = new Form.TextFolder(100, Optional.empty());
  private static final Form IDX = new Form.Idx("train-labels-idx1-ubyte");

  @TempDir Path folder;

  private Dataset read(String file, Form form, String validation, String test) {
    return Dataset.read(
        new DataSource(
            folder.resolve(file),
            Roles.USUAL,
            Optional.empty(),
            form,
            ScalingMethod.STANDARD,
            Optional.of(validation).filter(name -> !name.isEmpty()).map(folder::resolve),
            Optional.of(test).filter(name -> !name.isEmpty()).map(folder::resolve),
            Optional.empty()));
  }

  /** The brightness of the only pixel by row. */
  private static List<Integer> brightness(Examples rows) {
    return IntStream.range(0, rows.rows())
        .mapToObj(row -> rows.features().getInt(row, 0, 0, 0))
        .toList();
  }

  private void images(String name, String label, int... brightness) throws IOException {
    Path parent = Files.createDirectories(folder.resolve(name).resolve(label));
    for (int value : brightness) {
      BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(0, 0, 0, value);
      ImageIO.write(image, "png", parent.resolve(value + ".png").toFile());
    }
  }

  private void texts(String name, String label, String... texts) throws IOException {
    Path parent = Files.createDirectories(folder.resolve(name).resolve(label));
    for (String text : texts) {
      Files.writeString(parent.resolve(text + ".txt"), text);
    }
  }

  private void idx(String name, int[] sizes, int... values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + values.length);
    bytes.put(new byte[] {0, 0, 8, (byte) sizes.length});
    IntStream.of(sizes).forEach(bytes::putInt);
    IntStream.of(values).forEach(value -> bytes.put((byte) value));
    Files.write(folder.resolve(name), bytes.array());
  }

  private void pair(String name, int... brightness) throws IOException {
    idx(name + "-images-idx3-ubyte", new int[] {brightness.length, 1, 1}, brightness);
    int[] labels = IntStream.range(0, brightness.length).map(row -> row % 2).toArray();
    idx(name + "-labels-idx1-ubyte", new int[] {labels.length}, labels);
  }

  @Test
  void foldersOfImages() throws IOException {
    images("train", "cat", 1, 2, 3);
    images("train", "dog", 4, 5, 6);
    images("valid", "dog", 7);
    images("valid", "cat", 8);
    images("test", "dog", 9);

    Dataset whole = read("train", IMAGES, "valid", "test");
    Prepared split = whole.prepare(NOTHING_DRAWN);

    assertThat(whole.rows()).isEqualTo(9);
    assertThat(brightness(split.training())).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    assertThat(brightness(split.validation())).containsExactly(8, 7);
    assertThat(brightness(split.test().orElseThrow())).containsExactly(9);
    assertThat(split.test().orElseThrow().labels().getInt(0, 1)).as("a dog").isEqualTo(1);
    Prepared drawn = read("train", IMAGES, "", "test").prepare(new SplitPlan(0.4, 0, 1, 2));
    assertThat(drawn.training().rows()).isEqualTo(4);
    assertThat(brightness(drawn.test().orElseThrow())).containsExactly(9);
  }

  @Test
  void theirContentIsPartOfTheHash() throws IOException {
    images("train", "cat", 1, 2, 3);
    images("train", "dog", 4, 5, 6);
    images("test", "dog", 9);
    String alone = read("train", IMAGES, "", "").sha256();
    String before = read("train", IMAGES, "", "test").sha256();
    images("test", "dog", 10);

    assertThat(before).isNotEqualTo(alone);
    assertThat(read("train", IMAGES, "test", "").sha256()).isNotEqualTo(before);
    assertThat(read("train", IMAGES, "", "test").sha256()).isNotEqualTo(before);
  }

  @Test
  void whatCannotBeReadIsLeftOutOfItsPart() throws IOException {
    images("train", "cat", IntStream.range(1, 20).toArray());
    images("train", "dog", IntStream.range(20, 40).toArray());
    images("test", "dog", 50, 51);
    Files.writeString(folder.resolve("train/cat/3.png"), "no image");

    Prepared split = read("train", SKIPPING, "", "test").prepare(new SplitPlan(0.5, 0, 1, 2));

    assertThat(split.training().rows() + split.validation().rows()).isEqualTo(38);
    assertThat(brightness(split.test().orElseThrow())).containsExactly(50, 51);
  }

  @Test
  void foldersOfTexts() throws IOException {
    texts("train", "good", "fine", "nice", "lovely");
    texts("train", "bad", "awful", "dull", "poor");
    texts("valid", "good", "fine lovely");
    texts("valid", "bad", "unheard of");

    Prepared split = read("train", TEXTS, "valid", "").prepare(NOTHING_DRAWN);

    assertThat(split.training().rows()).isEqualTo(6);
    assertThat(split.validation().rows()).isEqualTo(2);
    assertThat(split.validation().features().getInt(0, 0))
        .as("words that training rows do not have are unknown ones")
        .isEqualTo(1);
  }

  @Test
  void pairsOfIdxFilesAsMnistHasThem() throws IOException {
    pair("train", 1, 2, 3, 4, 5, 6);
    pair("t10k", 7, 8);

    Dataset whole = read("train-images-idx3-ubyte", IDX, "", "t10k-images-idx3-ubyte");
    Prepared split = whole.prepare(new SplitPlan(0.3, 0, 1, 2));

    assertThat(split.training().rows() + split.validation().rows()).isEqualTo(6);
    assertThat(brightness(split.test().orElseThrow())).containsExactly(7, 8);
    assertThat(whole.sha256()).isNotEqualTo(read("train-images-idx3-ubyte", IDX, "", "").sha256());
  }

  @Test
  void theSameRowsAgainAreRefused() throws IOException {
    for (String name : List.of("train", "valid")) {
      images(name, "cat", 1, 2, 3);
      images(name, "dog", 4, 5, 6);
    }
    pair("train", 1, 2, 3, 4);
    pair("copy", 1, 2, 3, 4);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("train", IMAGES, "valid", ""))
        .withMessage(
            "%s: has the same rows as %s; allowed: a file with other rows",
            folder.resolve("valid"), folder.resolve("train"));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("train-images-idx3-ubyte", IDX, "", "copy-images-idx3-ubyte"))
        .withMessageContaining("has the same rows as")
        .satisfies(refused -> assertThat(refused.purpose()).contains("test"));
  }

  @Test
  void aClassThatIsNotLearntIsNamedWithItsFolder() throws IOException {
    images("train", "cat", 1, 2, 3);
    images("train", "dog", 4, 5, 6);
    images("test", "cow", 7);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("train", IMAGES, "", "test"))
        .withMessage(
            "%s: label 'class': class 'cow' has no row in %s; one is needed to learn from",
            folder.resolve("test"), folder.resolve("train"));
  }

  @Test
  void labelsThatAreNotBesideTheirImagesAreNamed() throws IOException {
    pair("train", 1, 2, 3, 4);
    idx("t10k-images-idx3-ubyte", new int[] {1, 1, 1}, 9);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("train-images-idx3-ubyte", IDX, "", "t10k-images-idx3-ubyte"))
        .withMessage(
            "%s: there is no such file, where the labels of t10k-images-idx3-ubyte are looked for",
            folder.resolve("t10k-labels-idx1-ubyte"));
  }

  @Test
  void pairsThatDoNotFitAreRefused() throws IOException {
    pair("train", 1, 2, 3, 4);
    idx("wide-images-idx3-ubyte", new int[] {2, 1, 3}, 1, 2, 3, 4, 5, 6);
    idx("wide-labels-idx1-ubyte", new int[] {2}, 0, 1);
    idx("pixels", new int[] {2, 1, 1}, 1, 2);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("train-images-idx3-ubyte", IDX, "", "wide-images-idx3-ubyte"))
        .withMessageContaining("wide-images-idx3-ubyte: holds images of ");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("train-images-idx3-ubyte", IDX, "pixels", ""))
        .withMessageContaining("there is no 'images' in its name");
  }
}
