package org.hone.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

class CachingExecutionerTest {

  @Test
  void isThereHoweverNd4jIsEntered() {
    assertThat(Nd4j.getExecutioner()).isInstanceOf(CachingExecutioner.class);
  }

  /** The other JVM trains on ND4J's own executioner, with ND4J's own number of threads. */
  @Test
  void trainsAsStockDoesToTheBit() throws IOException, InterruptedException {
    Map<String, String> stock = said("-Dopexec=" + NativeOpExecutioner.class.getName());

    assertThat(stock).containsEntry("executioner", NativeOpExecutioner.class.getName());
    assertThat(stock).containsAllEntriesOf(Fingerprints.all());
    assertThat(stock).containsEntry("threads", "1");
  }

  private static Map<String, String> said(String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream.of(System.getProperty("hone.test.jvmArgs", "").split(" "))
        .filter(option -> option.startsWith("-"))
        .forEach(command::add);
    command.addAll(Arrays.asList(options));
    command.add(Fingerprints.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().remove("OMP_NUM_THREADS");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private static INDArray maximum(OpExecutioner executioner, INDArray of, int... dimensions) {
    return executioner
        .exec(
            DynamicCustomOp.builder("reduce_max")
                .addInputs(of)
                .addIntegerArguments(dimensions)
                .build())[0];
  }

  /** The second use must not see the dimensions of the first. */
  @Test
  void aContextIsUsedAgainWithItsNewArgumentsOnly() {
    INDArray matrix = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5.5f, 6}});
    OpExecutioner caching = new CachingExecutioner();

    assertThat(maximum(caching, matrix, 0)).isEqualTo(Nd4j.createFromArray(4f, 5.5f, 6f));
    assertThat(maximum(caching, matrix, 1)).isEqualTo(Nd4j.createFromArray(3f, 6f));
    assertThat(maximum(caching, matrix).getFloat(0)).isEqualTo(6);
    assertThat(maximum(caching, matrix.mul(2), 1)).isEqualTo(Nd4j.createFromArray(6f, 12f));
  }

  @Test
  void describesEachShapeOnce() {
    OpExecutioner executioner = Nd4j.getExecutioner();
    INDArray array = Nd4j.create(3, 4);
    INDArray other = Nd4j.create(3, 4);

    assertThat(other.shapeInfoDataBuffer()).isSameAs(array.shapeInfoDataBuffer());
    assertThat(executioner.tadShapeInfoAndOffsets(array, new int[] {1}))
        .isSameAs(executioner.tadShapeInfoAndOffsets(other, new int[] {1}));
    assertThat(executioner.tadShapeInfoAndOffsets(array, new int[] {0}))
        .isNotSameAs(executioner.tadShapeInfoAndOffsets(other, new int[] {1}));
  }
}
