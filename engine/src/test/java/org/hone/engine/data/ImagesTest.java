package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.assertj.core.api.AbstractThrowableAssert;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class ImagesTest {
  private static final SplitPlan HALF = new SplitPlan(0.5, 0, 1, 1);

  @TempDir Path folder;

  private Path image(String name, int type, int height, int width, IntBinaryOperator rgbAt) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int value = rgbAt.applyAsInt(y, x);
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
          image.getRaster().setSample(x, y, 0, value);
        } else {
          image.setRGB(x, y, value);
        }
      }
    }
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path grey(String name, int height, int width, int brightness) {
    return image(name, BufferedImage.TYPE_BYTE_GRAY, height, width, (y, x) -> brightness);
  }

  private Path colour(String name, int height, int width, int rgb) {
    return image(name, BufferedImage.TYPE_INT_RGB, height, width, (y, x) -> rgb);
  }

  private void fourGreyOnes() {
    grey("dark/a.png", 2, 3, 10);
    grey("dark/b.png", 2, 3, 20);
    grey("light/a.png", 2, 3, 200);
    grey("light/b.png", 2, 3, 220);
  }

  private DataSource source(Optional<InputShape> shape, boolean skips) {
    return source(folder, new Form.ImageFolder(shape, skips), Optional.empty());
  }

  private static DataSource source(Path file, Form form, Optional<Goal> goal) {
    return DataSource.of(file, form, goal);
  }

  private Dataset read() {
    return Dataset.read(source(Optional.empty(), false));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(DataSource source) {
    return assertThatThrownBy(() -> Dataset.read(source)).isInstanceOf(DataException.class);
  }

  @Test
  void classesAreTheFolders() {
    fourGreyOnes();
    Dataset data = read();
    assertThat(data.goal()).isEqualTo(Goal.CLASSIFICATION);
    assertThat(data.classes()).containsExactly("dark", "light");
    assertThat(data.input()).isEqualTo(InputShape.image(2, 3, 1));
    assertThat(data.rows()).isEqualTo(4);
    assertThat(data.labels()).containsExactly("class");
    assertThat(data.warnings()).filteredOn(line -> !line.contains("two rows")).isEmpty();
  }

  @Test
  void pixelsAreEncodedByChannelAndScaledByChannel() {
    colour("a/1.png", 2, 2, 0x102030);
    colour("a/2.png", 2, 2, 0x102030);
    colour("b/1.png", 2, 2, 0x304050);
    colour("b/2.png", 2, 2, 0x304050);
    Prepared data = read().prepare(HALF);
    INDArray features = data.training().features();
    assertThat(features.shape()).containsExactly(2, 3, 2, 2);
    int first = features.getFloat(0, 0, 0, 0) == 0x10 ? 0 : 1;
    assertThat(features.slice(first).ravel().toFloatVector())
        .containsExactly(16, 16, 16, 16, 32, 32, 32, 32, 48, 48, 48, 48);
    INDArray scaled = data.preprocessing().features(features);
    assertThat(scaled.slice(first).ravel().toFloatVector()).containsOnly(-1);
    assertThat(scaled.slice(1 - first).ravel().toFloatVector()).containsOnly(1);
  }

  @Test
  void greyValuesStayAsTheyAreInTheFile() {
    for (String name : List.of("a/1.png", "a/2.png", "b/1.png", "b/2.png")) {
      image(name, BufferedImage.TYPE_BYTE_GRAY, 2, 2, (y, x) -> 100 * y + x);
    }
    assertThat(read().prepare(HALF).training().features().slice(0).ravel().toFloatVector())
        .containsExactly(0, 1, 100, 101);
  }

  @Test
  void jpegsAndPngsGoTogetherAndGreyBecomesColourAmongColoured() {
    colour("a/1.jpg", 8, 8, 0x404040);
    colour("a/2.png", 8, 8, 0x404040);
    grey("b/1.jpeg", 8, 8, 64);
    grey("b/2.PNG", 8, 8, 64);
    Dataset data = read();
    assertThat(data.input()).isEqualTo(InputShape.image(8, 8, 3));
    for (float value : data.prepare(HALF).training().features().ravel().toFloatVector()) {
      assertThat(value).isCloseTo(64, within(2f));
    }
  }

  @Test
  void transparencyIsLaidOnWhite() {
    for (String name : List.of("a/1.png", "a/2.png", "b/1.png", "b/2.png")) {
      image(name, BufferedImage.TYPE_INT_ARGB, 1, 2, (y, x) -> x == 0 ? 0x00123456 : 0xff123456);
    }
    assertThat(read().prepare(HALF).training().features().slice(0).ravel().toFloatVector())
        .containsExactly(255, 0x12, 255, 0x34, 255, 0x56);
  }

  @Test
  void anImageOfAnotherSizeIsNamedWithBothSizes() {
    fourGreyOnes();
    Path other = grey("light/c.png", 4, 5, 1);
    refused(source(Optional.empty(), false))
        .hasMessage(
            "%s: is 4 x 5, but dark/a.png is 2 x 3; give a shape [height, width, channels], to which all are scaled",
            other);
  }

  @Test
  void aShapeScalesEveryImage() {
    fourGreyOnes();
    grey("light/c.png", 40, 50, 210);
    colour("light/d.png", 1, 1, 0xd2d2d2);
    Dataset data = Dataset.read(source(Optional.of(InputShape.image(3, 4, 1)), false));
    assertThat(data.input()).isEqualTo(InputShape.image(3, 4, 1));
    Prepared split = data.prepare(HALF);
    assertThat(split.training().features().maxNumber().intValue()).isBetween(200, 220);
    Path odd = grey("odd.png", 7, 9, 33);
    RawRows rows = split.preprocessing().readForPrediction(odd);
    assertThat(split.preprocessing().encode(rows).features().ravel().toFloatVector())
        .hasSize(12)
        .containsOnly(33);
  }

  private void manyAndTwoBroken(int many) throws IOException {
    for (int i = 0; i < many; i++) {
      grey("%s/%03d.png".formatted(i % 2 == 0 ? "a" : "b", i), 2, 2, i % 200);
    }
    Files.writeString(folder.resolve("a/x.png"), "this is no image");
    byte[] whole = Files.readAllBytes(folder.resolve("b/001.png"));
    Files.write(folder.resolve("b/y.png"), Arrays.copyOf(whole, 30));
  }

  @Test
  void anUnreadableImageAmongManyIsNamed() throws IOException {
    manyAndTwoBroken(20);
    refused(source(Optional.empty(), false))
        .hasMessage(
            "%s: cannot be read: it does not begin like an image (and 1 more files); remove it, or say skip-unreadable: true",
            folder.resolve("a/x.png"));
  }

  @Test
  void fewUnreadableImagesAreSkippedIfWanted() throws IOException {
    manyAndTwoBroken(60);
    Dataset data = Dataset.read(source(Optional.empty(), true));
    assertThat(data.rows()).isEqualTo(60);
    assertThat(data.warnings())
        .containsExactly(
            "2 of 62 images are skipped; the first: %s: cannot be read: it does not begin like an image"
                .formatted(folder.resolve("a/x.png")));
  }

  @Test
  void manyUnreadableImagesAreNotSkipped() throws IOException {
    manyAndTwoBroken(20);
    refused(source(Optional.empty(), true))
        .hasMessageStartingWith(
            "%s: 2 of 22 images cannot be read, and no more than 5 %% may be skipped; the first: "
                .formatted(folder));
  }

  @Test
  void otherFilesAreLeftOutWithARemark() throws IOException {
    fourGreyOnes();
    Files.writeString(folder.resolve("dark/notes.txt"), "notes");
    Files.writeString(folder.resolve("dark/.hidden.png"), "hidden");
    assertThat(read().warnings())
        .contains(
            "%s: 1 files are left out, being no images (.png, .jpg, .jpeg, .gif, .bmp); the first: dark/notes.txt"
                .formatted(folder));
  }

  @Test
  void foldersThatHoldNoImagesAreRefused() throws IOException {
    refused(source(Optional.empty(), false))
        .hasMessageStartingWith(
            "%s: holds no folders; needed is one for each class".formatted(folder));
    grey("a/1.png", 1, 1, 1);
    grey("a/2.png", 1, 1, 1);
    refused(source(Optional.empty(), false))
        .hasMessage(
            "%s: label 'class': every label is 'a'; at least two classes are needed", folder);
    Files.createDirectory(folder.resolve("b"));
    refused(source(Optional.empty(), false))
        .hasMessageStartingWith(
            "%s: is the folder of a class, but holds no images".formatted(folder.resolve("b")));
  }

  @Test
  void theHashFollowsNamesAndContents() throws IOException {
    fourGreyOnes();
    String before = read().sha256();
    assertThat(read().sha256()).isEqualTo(before).hasSize(64);
    Files.move(folder.resolve("light/b.png"), folder.resolve("light/z.png"));
    String renamed = read().sha256();
    grey("light/z.png", 2, 3, 221);
    assertThat(List.of(before, renamed, read().sha256())).doesNotHaveDuplicates();
  }

  @Test
  void theModelScoresAFolderOfAnyDepthOrOneImage() throws IOException {
    fourGreyOnes();
    Preprocessing preprocessing = read().prepare(HALF).preprocessing();
    Preprocessing saved = Preprocessing.fromJson(preprocessing.toJson());
    assertThat(saved).isEqualTo(preprocessing);
    RawRows rows = saved.readForPrediction(folder);
    assertThat(rows.names())
        .containsExactly("dark/a.png", "dark/b.png", "light/a.png", "light/b.png");
    INDArray features = saved.encode(rows).features();
    assertThat(features.shape()).containsExactly(4, 1, 2, 3);
    assertThat(features.getFloat(2, 0, 0, 0)).isEqualTo(200);
    assertThat(saved.features(features)).isEqualTo(preprocessing.features(features));
    RawRows one = saved.readForPrediction(folder.resolve("light/b.png"));
    assertThat(one.names()).containsExactly("b.png");
    Path colour = colour("new/c.png", 2, 3, 0x808080);
    assertThat(saved.encode(saved.readForPrediction(colour)).features().ravel().toFloatVector())
        .containsOnly(128);
    Path other = grey("new/d.png", 3, 3, 1);
    assertThatThrownBy(() -> saved.readForPrediction(folder))
        .hasMessage(
            "%s: image new/d.png is 3 x 3, but the model learnt from images of 2 x 3", folder);
    Files.delete(other);
    Files.writeString(folder.resolve("new/e.png"), "");
    assertThatThrownBy(() -> saved.readForPrediction(folder))
        .hasMessageContaining("e.png: cannot be read: it does not begin like an image");
    Path text = Files.writeString(folder.resolve("rows.csv"), "1,2,3");
    assertThatThrownBy(() -> saved.readForPrediction(text))
        .hasMessageContaining("rows.csv: holds no images that the model can score; needed is");
  }

  @Test
  void numbersOfFoldersCanBeAmounts() {
    fourGreyOnes();
    for (String name : List.of("10/a.png", "10/b.png", "25/a.png", "25/b.png")) {
      image("ages/" + name, BufferedImage.TYPE_BYTE_GRAY, 2, 2, (y, x) -> 9 * x);
    }
    Form form = new Form.ImageFolder(Optional.empty(), false);
    Dataset ages = Dataset.read(source(folder.resolve("ages"), form, Optional.of(Goal.REGRESSION)));
    assertThat(ages.goal()).isEqualTo(Goal.REGRESSION);
    assertThat(ages.prepare(HALF).training().labels().maxNumber().floatValue()).isIn(10f, 25f);
    refused(source(folder, form, Optional.of(Goal.REGRESSION)))
        .hasMessageContaining("label 'class': 'ages' is not a number");
  }
}
