package org.hone.engine.data.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.Examples;
import org.hone.engine.data.DataSource;
import org.hone.engine.data.Dataset;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PreparedFileTest {
  @TempDir Path folder;
  private Prepared split;
  private PreparedFile file;

  @BeforeEach
  void prepare() throws IOException {
    String rows =
        IntStream.range(0, 60)
            .mapToObj(i -> "%d,%d,%s".formatted(i % 7, i % 5, i % 7 > 3 ? "far" : "near"))
            .collect(Collectors.joining("\n", "x,y,kind\n", "\n"));
    Path data = Files.writeString(folder.resolve("rows.csv"), rows);
    split = Dataset.read(DataSource.of(data)).prepare(new SplitPlan(0.2, 0.2, 1, 2));
    file = new PreparedFile(folder.resolve("new/folder/split.rows"), "key");
  }

  private static Prepared with(Prepared split, Examples training) {
    return new Prepared(
        training,
        split.validation(),
        split.test(),
        split.preprocessing(),
        Synonyms.of(List.of(List.of(2, 3, 4), List.of(7, 9))));
  }

  @Test
  void whatIsWrittenIsMapped() throws IOException {
    file.write(split);

    assertThat(file.open()).contains(split);
    assertThat(folder.resolve("new/folder")).isDirectoryContaining("glob:**.rows");
    assertThat(PreparedFile.bytes(split)).isEqualTo(60 * (2 + 2) * 4);
  }

  @Test
  void soAreMasksAndWeights() throws IOException {
    INDArray steps = Nd4j.linspace(DataType.FLOAT, 1, 1.0, 24).reshape('f', 4, 2, 3);
    INDArray mask = Nd4j.ones(DataType.FLOAT, 4, 3);
    INDArray labels = Nd4j.eye(4).castTo(DataType.FLOAT);
    INDArray weights = Nd4j.linspace(DataType.FLOAT, 1, 1.0, 4).reshape(4, 1);
    Examples examples =
        new Examples(new Inputs(steps, Optional.of(mask)), labels, Optional.of(weights));
    Prepared odd =
        new Prepared(
            examples, split.validation(), Optional.empty(), split.preprocessing(), Synonyms.none());

    file.write(odd);

    assertThat(file.open()).contains(odd);
  }

  @Test
  void arraysOutliveTheFileAndWhateverIsCollected() throws IOException {
    file.write(split);
    INDArray features = file.open().orElseThrow().training().features();
    Files.delete(file.file());
    for (int i = 0; i < 3; i++) {
      System.gc();
    }

    assertThat(features).isEqualTo(split.training().features());
    assertThat(Nd4j.pullRows(features, 1, new int[] {3, 1}).getRow(0))
        .isEqualTo(split.training().features().getRow(3));
  }

  @Test
  void writingToAnArrayDoesNotChangeTheFile() throws IOException {
    file.write(split);

    file.open().orElseThrow().training().features().addi(1);

    assertThat(file.open()).contains(split);
  }

  @Test
  void whatIsDamagedForeignOrNotThereIsNotOpened() throws IOException {
    assertThat(file.open()).as("not there").isEmpty();
    file.write(split);
    byte[] whole = Files.readAllBytes(file.file());
    assertThat(new PreparedFile(file.file(), "other").open()).as("another key").isEmpty();
    for (int at : List.of(0, 5, 12, 20, whole.length - 1)) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file.file(), damaged);
      assertThat(file.open()).as("a bit of byte %d", at).isEmpty();
    }
    for (int length : List.of(0, 3, 16, 100, whole.length - 4)) {
      Files.write(file.file(), whole);
      try (RandomAccessFile cut = new RandomAccessFile(file.file().toFile(), "rw")) {
        cut.setLength(length);
      }
      assertThat(file.open()).as("%d bytes", length).isEmpty();
    }

    file.write(split);

    assertThat(file.open()).contains(split);
  }

  @Test
  void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
    file.write(split);
    Files.createDirectories(folder.resolve("new/folder/split.rows.next/in-the-way"));

    assertThatIOException().isThrownBy(() -> file.write(split));
    assertThat(file.open()).contains(split);
  }

  @Test
  void onlyNumbersOfOneKindAreMapped() {
    Examples doubles =
        Examples.of(split.training().features().castTo(DataType.DOUBLE), split.training().labels());

    assertThat(PreparedFile.fits(split)).isTrue();
    assertThat(PreparedFile.fits(with(split, doubles))).isFalse();
  }
}
