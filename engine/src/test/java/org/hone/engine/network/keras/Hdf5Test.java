package org.hone.engine.network.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@code src/checks/keras_models.py} made the file with HDF5's own library. */
class Hdf5Test {
  private static final String GROUP = "within/deeper";

  private static Path numbers() throws URISyntaxException {
    return Path.of(Hdf5Test.class.getResource("numbers.h5").toURI());
  }

  private static Hdf5 open() throws IOException, URISyntaxException {
    return new Hdf5(Files.newByteChannel(numbers()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "double", "half", "big-endian", "chunked", "compressed"})
  void anArrayIsReadInSinglePrecisionHoweverItIsKept(String name) throws Exception {
    try (Hdf5 file = open()) {
      INDArray array = file.array(GROUP, name);
      assertThat(array.dataType()).isEqualTo(DataType.FLOAT);
      assertThat(array)
          .isEqualTo(
              Nd4j.createFromArray(new float[][] {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}}));
    }
  }

  @Test
  void groupsTextsAndArraysAreFoundByTheirPlace() throws Exception {
    try (Hdf5 file = open()) {
      assertThat(file.groups("")).containsExactly("within");
      assertThat(file.groups("/within/")).containsExactly("deeper");
      assertThat(file.groups("within/none")).isEmpty();
      assertThat(file.arrays("")).isEmpty();
      assertThat(file.arrays(GROUP)).contains("single", "whole").doesNotContain("link");
      assertThat(file.text("", "text")).contains("a text");
      assertThat(file.text("", "bytes")).contains("some bytes");
      assertThat(file.text(GROUP, "text")).contains("a deeper text");
      assertThat(file.text("", "number")).isEmpty();
      assertThat(file.text("", "nothing")).isEmpty();
      assertThat(file.text("none", "text")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none      | the file has no array 'within/deeper/none'
          link      | the file has no array 'within/deeper/link'
          elsewhere | the file has no array 'within/deeper/elsewhere'
          whole     | array 'within/deeper/whole' has no floating-point numbers in it
          unwritten | array 'within/deeper/unwritten' has no floating-point numbers in it
          huge      | array 'within/deeper/huge' is said to have the shape [100000, 100000], which a file of 19442 bytes cannot hold
          """)
  void whatIsNoArrayOfWeightsIsRefused(String name, String problem) throws Exception {
    try (Hdf5 file = open()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> file.array(GROUP, name))
          .withMessage(problem);
    }
  }

  @Test
  void aGroupBehindALinkIsNotThere() throws Exception {
    try (Hdf5 file = open()) {
      assertThat(file.arrays("within/again")).isEmpty();
    }
  }

  @Test
  void aFileThatIsCutOffIsNotReadWhereverItEnds(@TempDir Path folder) throws Exception {
    byte[] whole = Files.readAllBytes(numbers());
    for (int length : IntStream.iterate(0, i -> i < whole.length, i -> i + 97).toArray()) {
      Path file = Files.write(folder.resolve(length + ".h5"), Arrays.copyOf(whole, length));
      SeekableByteChannel channel = Files.newByteChannel(file);
      assertThatThrownBy(() -> new Hdf5(channel)).isInstanceOf(Exception.class);
      assertThat(channel.isOpen()).isFalse();
    }
    Path almost = Files.write(folder.resolve("almost"), Arrays.copyOf(whole, whole.length - 1));
    assertThatIOException()
        .isThrownBy(() -> new Hdf5(Files.newByteChannel(almost)))
        .withMessage("it is cut off: 19441 bytes of 19442 are there");
  }
}
