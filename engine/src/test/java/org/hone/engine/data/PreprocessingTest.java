package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.Column.Kind;
import org.hone.engine.data.split.Split;
import org.hone.engine.data.split.SplitPlan;
import org.hone.engine.data.split.Strata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PreprocessingTest {
  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  /** Rows with a number, a number that may be missing, a constant, a category, and a label. */
  private String[] mixed(Random random, boolean classes) {
    List<String> lines = new ArrayList<>(List.of("a,b,c,d,y"));
    for (int i = 0; i < 60; i++) {
      String label =
          classes
              ? "pqr".substring(i % 3, i % 3 + 1)
              : Double.toString(50 + 9 * random.nextGaussian());
      String b = random.nextInt(5) == 0 ? "" : Double.toString(random.nextGaussian() * 1e-3);
      lines.add(
          "%s,%s,7,%s,%s"
              .formatted(
                  1e6 + 10 * random.nextGaussian(), b, "uvw".charAt(random.nextInt(3)), label));
    }
    return lines.toArray(String[]::new);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void standardisesTraining(long seed) {
    Prepared data =
        csv.read(mixed(new Random(seed), true)).prepare(new SplitPlan(0.2, 0.2, seed, seed));
    INDArray scaled = data.preprocessing().features(data.training().features());
    assertThat(scaled.dataType()).isEqualTo(DataType.FLOAT);
    for (int column = 0; column < 2; column++) {
      assertThat(scaled.getColumn(column).meanNumber().doubleValue()).isCloseTo(0, within(1e-2));
      assertThat(scaled.getColumn(column).stdNumber(false).doubleValue())
          .isCloseTo(1, within(1e-3));
    }
    assertThat(scaled.getColumn(2).toFloatVector()).as("constant").containsOnly(0);
    assertThat(scaled.isNaN().any()).isFalse();
  }

  @Test
  void leavesOneHotInputsAndClassesAlone() {
    Prepared data = csv.read(mixed(new Random(1), true)).prepare(new SplitPlan(0.2, 0.2, 1, 1));
    Examples training = data.training();
    INDArray scaled = data.preprocessing().features(training.features());
    for (int row = 0; row < training.rows(); row++) {
      assertThat(scaled.getRow(row).toFloatVector()).endsWith(tail(training.features(), row));
      assertThat(tail(training.features(), row)).containsExactlyInAnyOrder(0, 0, 1);
      assertThat(training.labels().getRow(row).toFloatVector()).containsExactlyInAnyOrder(0, 0, 1);
    }
    assertThat(data.preprocessing().labels(training.labels())).isEqualTo(training.labels());
    assertThat(data.preprocessing().predictions(training.labels())).isEqualTo(training.labels());
  }

  private static float[] tail(INDArray features, int row) {
    float[] all = features.getRow(row).toFloatVector();
    return new float[] {all[3], all[4], all[5]};
  }

  @Test
  void neverChangesItsArguments() {
    Prepared data = csv.read(mixed(new Random(1), false)).prepare(new SplitPlan(0.2, 0, 1, 1));
    INDArray features = data.training().features();
    INDArray labels = data.training().labels();
    INDArray featuresBefore = features.dup();
    INDArray labelsBefore = labels.dup();
    data.preprocessing().features(features);
    data.preprocessing().predictions(data.preprocessing().labels(labels));
    assertThat(features).isEqualTo(featuresBefore);
    assertThat(labels).isEqualTo(labelsBefore);
  }

  @Test
  void standardisesRegressionTargetsAndBack() {
    Prepared data = csv.read(mixed(new Random(1), false)).prepare(new SplitPlan(0.2, 0.2, 1, 1));
    INDArray labels = data.training().labels();
    INDArray scaled = data.preprocessing().labels(labels);
    assertThat(labels.shape()).containsExactly(36, 1);
    assertThat(labels.meanNumber().doubleValue()).isBetween(40.0, 60.0);
    assertThat(scaled.meanNumber().doubleValue()).isCloseTo(0, within(1e-5));
    assertThat(scaled.stdNumber(false).doubleValue()).isCloseTo(1, within(1e-5));
    assertThat(data.preprocessing().predictions(scaled).equalsWithEps(labels, 1e-4)).isTrue();
    assertThat(data.preprocessing().goal()).isEqualTo(Goal.REGRESSION);
    assertThat(data.preprocessing().outputs()).isEqualTo(1);
  }

  @Test
  void aConstantTargetOfTrainingStaysAsItIs() {
    Dataset data = csv.read("1,5.5", "2,5.5", "3,5.5", "4,5.5", "5,5.5", "6,7.5");
    Prepared prepared =
        LongStream.range(0, 100)
            .mapToObj(seed -> data.prepare(new SplitPlan(0.4, 0, 1, seed)))
            .filter(split -> split.training().labels().maxNumber().floatValue() == 5.5f)
            .findFirst()
            .orElseThrow();
    INDArray scaled = prepared.preprocessing().labels(prepared.validation().labels());
    assertThat(scaled.toFloatVector()).containsOnly(0);
    assertThat(prepared.preprocessing().predictions(scaled).toFloatVector()).containsOnly(5.5f);
  }

  @Test
  void putsTheTrainingMedianForMissingNumbers() {
    Dataset data =
        csv.read("1,x", "2,y", "4,x", "9,y", "NA,x", "NA,y", "NA,x", "NA,y", "NA,x", "NA,y");
    Prepared prepared = data.prepare(new SplitPlan(0.2, 0.2, 1, 1));
    List<Float> known = new ArrayList<>();
    for (float value : prepared.training().features().toFloatVector()) {
      if (List.of(1f, 2f, 4f, 9f).contains(value)) {
        known.add(value);
      }
    }
    known.sort(null);
    assertThat(known).as("seeds that leave two").hasSize(2);
    float median = (known.get(0) + known.get(1)) / 2;
    assertThat(prepared.training().features().toFloatVector()).contains(median);
    assertThat(prepared.training().features().isNaN().any()).isFalse();
  }

  @Test
  void aColumnThatTrainingLacksIsZero() {
    Dataset data = csv.read("NA,1,x", "NA,2,y", "NA,3,x", "NA,4,y");
    Prepared prepared = data.prepare(new SplitPlan(0.4, 0, 1, 1));
    assertThat(prepared.training().features().getColumn(0).toFloatVector()).containsOnly(0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isFittedOnTrainingRowsOnly(long seed) {
    String[] lines = mixed(new Random(seed), seed % 2 == 0);
    SplitPlan plan = new SplitPlan(0.2, 0.2, seed, seed);
    Dataset before = csv.read(lines);
    Split split = new Strata(strata(lines, before.goal())).deal(plan);
    for (int row :
        IntStream.concat(IntStream.of(split.test()), IntStream.of(split.validation())).toArray()) {
      String[] cells = lines[row + 1].split(",", -1);
      cells[0] = Integer.toString(-row);
      cells[1] = "1e9";
      cells[2] = "8";
      cells[4] = before.goal() == Goal.REGRESSION ? "-1e6" : cells[4];
      lines[row + 1] = String.join(",", cells);
    }
    Dataset after = csv.read(lines);
    String fitted = before.prepare(plan).preprocessing().toJson();
    assertThat(after.prepare(plan).preprocessing().toJson()).isEqualTo(fitted);
    assertThat(before.prepare(new SplitPlan(0.2, 0.2, seed, seed + 1)).preprocessing().toJson())
        .isNotEqualTo(fitted);
  }

  private static List<int[]> strata(String[] lines, Goal goal) {
    IntStream rows = IntStream.range(0, lines.length - 1);
    return goal == Goal.REGRESSION
        ? List.of(rows.toArray())
        : IntStream.range(0, 3)
            .mapToObj(
                c -> IntStream.range(0, lines.length - 1).filter(row -> row % 3 == c).toArray())
            .toList();
  }

  @Test
  void partsFollowTheSeeds() {
    Dataset data = csv.read(mixed(new Random(4), true));
    Prepared one = data.prepare(new SplitPlan(0.2, 0.2, 1, 1));
    Prepared same = data.prepare(new SplitPlan(0.2, 0.2, 1, 1));
    Prepared resplit = data.prepare(new SplitPlan(0.2, 0.2, 1, 2));
    assertThat(same.training()).isEqualTo(one.training());
    assertThat(resplit.test()).isEqualTo(one.test());
    assertThat(resplit.training()).isNotEqualTo(one.training());
    assertThat(resplit.preprocessing().input()).isEqualTo(one.preprocessing().input());
  }

  @Test
  void ordersPixelsByChannelAndScalesThemByChannel() {
    csv.write(
        "0,10,1,11,2,12,3,13,a",
        "4,14,5,15,6,16,7,17,b",
        "0,10,1,11,2,12,3,13,a",
        "4,14,5,15,6,16,7,17,b");
    Prepared data =
        Dataset.read(Csv.withShape(csv.source(), InputShape.image(2, 2, 2)))
            .prepare(new SplitPlan(0.4, 0, 1, 1));
    INDArray features = data.training().features();
    assertThat(features.shape()).containsExactly(2, 2, 2, 2);
    int first = features.getFloat(0, 0, 0, 0) == 0 ? 0 : 1;
    assertThat(features.slice(first).ravel().toFloatVector())
        .containsExactly(0, 1, 2, 3, 10, 11, 12, 13);
    INDArray scaled = data.preprocessing().features(features);
    assertThat(scaled.shape()).containsExactly(2, 2, 2, 2);
    float deviation = (float) Math.sqrt(5.25);
    assertThat(scaled.getFloat(first, 0, 0, 0)).isCloseTo(-3.5f / deviation, within(1e-6f));
    assertThat(scaled.getFloat(first, 1, 1, 1)).isCloseTo(-0.5f / deviation, within(1e-6f));
    assertThat(scaled.slice(0, 1)).isEqualTo(scaled.slice(1, 1));
    assertThat(data.preprocessing().input()).isEqualTo(InputShape.image(2, 2, 2));
  }

  @Test
  void scalesViewsToo() {
    Prepared data = csv.read(mixed(new Random(1), true)).prepare(new SplitPlan(0.2, 0, 1, 1));
    INDArray features = data.training().features();
    INDArray fortran = features.dup('f');
    assertThat(data.preprocessing().features(fortran))
        .isEqualTo(data.preprocessing().features(features));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void survivesJson(long seed) {
    Dataset data = csv.read(mixed(new Random(seed), seed % 2 == 0));
    Preprocessing one = data.prepare(new SplitPlan(0.2, 0.2, seed, seed)).preprocessing();
    Preprocessing read = Preprocessing.fromJson(one.toJson());
    assertThat(read.toJson()).isEqualTo(one.toJson());
    assertThat(read).isEqualTo(one).hasSameHashCodeAs(one).isNotEqualTo("one");
    assertThat(read.goal()).isEqualTo(data.goal());
    assertThat(read.input()).isEqualTo(data.input());
    assertThat(read.outputs()).isEqualTo(data.outputs());
    assertThat(read.classes()).isEqualTo(data.classes());
    assertThat(read.labels()).containsExactly("y");
    assertThat(read.columns())
        .containsExactlyEntriesOf(
            columns(
                Map.entry("a", Kind.NUMERIC),
                Map.entry("b", Kind.NUMERIC),
                Map.entry("c", Kind.NUMERIC),
                Map.entry("d", Kind.CATEGORICAL)));
    INDArray anything = Nd4j.rand(DataType.FLOAT, 5, 6);
    assertThat(read.features(anything)).isEqualTo(one.features(anything));
    RawRows rows = one.readForPrediction(csv.file());
    assertThat(read.encode(rows)).isEqualTo(one.encode(rows));
  }

  @SafeVarargs
  private static Map<String, Kind> columns(Map.Entry<String, Kind>... entries) {
    Map<String, Kind> columns = new java.util.LinkedHashMap<>();
    for (Map.Entry<String, Kind> entry : entries) {
      columns.put(entry.getKey(), entry.getValue());
    }
    return columns;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"version\": 1}",
        "{\"version\": 1, \"more\": 2}",
        "nonsense"
      })
  void refusesOtherJson(String json) {
    assertThatThrownBy(() -> Preprocessing.fromJson(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("this is not the JSON of a preprocessing: ");
  }

  @Test
  void refusesJsonThatContradictsItself() {
    String json =
        csv.read("1,2.5", "2,3.5").prepare(new SplitPlan(0.5, 0, 1, 1)).preprocessing().toJson();
    assertThatThrownBy(
            () -> Preprocessing.fromJson(json.replace("\"version\" : 2", "\"version\" : 3")))
        .hasMessageContaining("preprocessing of version 3; this Hone reads versions 1 to 2");
    assertThatThrownBy(() -> Preprocessing.fromJson(json.replace("[ 1 ]", "[ 3 ]")))
        .hasMessageContaining("needs 3 inputs, but the features make 1");
    assertThatThrownBy(() -> Preprocessing.fromJson(json + "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stillReadsItsFirstVersion() throws IOException {
    try (InputStream frozen = getClass().getResourceAsStream("preprocessing-1.json")) {
      String json = new String(frozen.readAllBytes(), StandardCharsets.UTF_8);
      Preprocessing read = Preprocessing.fromJson(json);
      csv.write(
          "size,colour,price",
          "1.5,red,10",
          "2.5,blue,20",
          "NA,red,15",
          "4.5,green,30",
          "3,blue,22");
      Preprocessing fitted =
          Dataset.read(csv.source()).prepare(new SplitPlan(0.2, 0.2, 1, 1)).preprocessing();
      assertThat(read).isEqualTo(fitted);
      assertThat(Preprocessing.fromJson(read.toJson())).isEqualTo(fitted);
    }
  }
}
