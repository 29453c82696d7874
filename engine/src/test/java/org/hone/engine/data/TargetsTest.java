package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hone.api.training.Goal;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Several labels, of one kind or another. */
class TargetsTest {
  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  private static String[] films() {
    return new String[] {
      "length,genre",
      "90,crime;drama",
      "95, drama ;",
      "100,",
      "120,comedy",
      "80,crime;comedy",
      "70,drama"
    };
  }

  @Test
  void aCellMayHoldSeveralLabels() {
    csv.write(films());
    Dataset data = Dataset.read(Csv.withLabelSet(csv.source(), ";"));
    assertThat(data.goal()).isEqualTo(Goal.MULTI_LABEL);
    assertThat(data.labels()).containsExactly("genre");
    assertThat(data.classes()).containsExactly("comedy", "crime", "drama");
    assertThat(data.outputs()).isEqualTo(3);
    Prepared prepared = data.prepare(new SplitPlan(0.3, 0, 1, 1));
    INDArray features = prepared.training().features();
    INDArray labels = prepared.training().labels();
    for (int row = 0; row < features.size(0); row++) {
      float[] expected =
          switch ((int) features.getFloat(row, 0)) {
            case 90 -> new float[] {0, 1, 1};
            case 95, 70 -> new float[] {0, 0, 1};
            case 100 -> new float[] {0, 0, 0};
            case 120 -> new float[] {1, 0, 0};
            default -> new float[] {1, 1, 0};
          };
      assertThat(labels.getRow(row).toFloatVector()).containsExactly(expected);
    }
    assertThat(prepared.preprocessing().labels(labels)).isEqualTo(labels);
    assertThat(prepared.preprocessing().predictions(labels)).isEqualTo(labels);
    assertThat(prepared.preprocessing().outputs()).isEqualTo(3);
  }

  @Test
  void severalColumnsOfZeroAndOneAreLabels() {
    csv.write("x,a,b", "1,0,1", "2,1,0", "3,1,1", "4,0,0");
    Dataset data = Dataset.read(Csv.withLabel(csv.source(), "b", "a"));
    assertThat(data.goal()).isEqualTo(Goal.MULTI_LABEL);
    assertThat(data.classes()).containsExactly("b", "a");
    assertThat(data.columns()).extracting(Column::name).containsExactly("x");
    assertThat(data.warnings())
        .contains(
            "the 2 label columns hold nothing but 0 and 1, and are taken for labels of which a row can have several; if they are amounts, say task: regression");
    DataSource told = Csv.withGoal(Csv.withLabel(csv.source(), "b", "a"), Goal.REGRESSION);
    assertThat(Dataset.read(told).goal()).isEqualTo(Goal.REGRESSION);
  }

  @Test
  void labelsAreInEveryPartInProportion() {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>(List.of("x,tags"));
    for (int row = 0; row < 200; row++) {
      lines.add(row + "," + (row % 10 == 0 ? "rare|" : "") + (random.nextBoolean() ? "often" : ""));
    }
    csv.write(lines.toArray(String[]::new));
    Dataset data = Dataset.read(Csv.withLabelSet(csv.source(), "|"));
    Prepared prepared = data.prepare(new SplitPlan(0.2, 0.2, 1, 1));
    assertThat(data.classes()).containsExactly("often", "rare");
    assertThat(prepared.validation().labels().getColumn(1).sumNumber().intValue()).isEqualTo(4);
    assertThat(prepared.test().orElseThrow().labels().getColumn(1).sumNumber().intValue())
        .isEqualTo(4);
  }

  @Test
  void severalColumnsOfNumbersArePredictedTogether() {
    csv.write("x,small,large", "1,0.1,1000", "2,0.2,4000", "3,0.3,9000", "4,0.4,16000");
    Dataset data = Dataset.read(Csv.withLabel(csv.source(), "small", "large"));
    assertThat(data.goal()).isEqualTo(Goal.REGRESSION);
    assertThat(data.outputs()).isEqualTo(2);
    assertThat(data.classes()).isEmpty();
    assertThat(data.labels()).containsExactly("small", "large");
    Prepared prepared = data.prepare(new SplitPlan(0.25, 0, 1, 1));
    INDArray labels = prepared.training().labels();
    INDArray scaled = prepared.preprocessing().labels(labels);
    for (int column = 0; column < 2; column++) {
      assertThat(Math.abs(scaled.getColumn(column).meanNumber().doubleValue())).isLessThan(1e-6);
      assertThat(Math.abs(scaled.getColumn(column).stdNumber(false).doubleValue() - 1))
          .isLessThan(1e-6);
    }
    assertThat(prepared.preprocessing().predictions(scaled).equalsWithEps(labels, 1e-3)).isTrue();
    Preprocessing read = Preprocessing.fromJson(prepared.preprocessing().toJson());
    assertThat(read).isEqualTo(prepared.preprocessing());
    assertThat(read.outputs()).isEqualTo(2);
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    csv.write("x,a,b", "1,0,1", "2,1,0", "3,2,1", "4,0,0");
    DataSource both = Csv.withLabel(csv.source(), "a", "b");
    assertThat(csv.error(() -> Dataset.read(Csv.withGoal(both, Goal.MULTI_LABEL))))
        .isEqualTo(
            "data.csv: column 'a' (number 2): holds other values than 0 and 1, which say whether a row has that label");
    assertThat(csv.error(() -> Dataset.read(Csv.withGoal(both, Goal.CLASSIFICATION))))
        .isEqualTo(
            "data.csv: column 'b' (number 3): a class is told by one column, but 2 are listed as label; for several labels in a row say task: multi-label");
    assertThat(csv.error(() -> Dataset.read(Csv.withGoal(csv.source(), Goal.MULTI_LABEL))))
        .isEqualTo(
            "data.csv: column 'b' (number 3): is the only label; for several in a row list columns of 0 and 1, or say what stands between two of them (labels-separated-by)");
    assertThat(csv.error(() -> Dataset.read(Csv.withLabel(csv.source(), "a", "2"))))
        .isEqualTo("data.csv: column 'a' (number 2): is listed as label twice");
    csv.write("x,a", "1,", "2,");
    assertThat(csv.error(() -> Dataset.read(Csv.withLabelSet(csv.source(), ";"))))
        .isEqualTo("data.csv: column 'a' (number 2): has 0 different labels; allowed: 1 to 1000");
  }

  @Test
  void rareAndEverPresentLabelsAreNoted() {
    csv.write("x,tags", "1,a;b", "2,a", "3,a;c", "4,a;c", "5,a;c");
    assertThat(Dataset.read(Csv.withLabelSet(csv.source(), ";")).warnings())
        .contains(
            "label 'a' is in every row; there is nothing to learn",
            "label 'b' is in 1 of 5 rows; not every part can have it");
  }

  @Test
  void imbalanceIsNoted() {
    List<String> lines = new ArrayList<>(List.of("x,y"));
    for (int row = 0; row < 40; row++) {
      lines.add(row * row % 17 + "," + (row % 10 == 0 ? "ill" : "well"));
    }
    assertThat(csv.read(lines.toArray(String[]::new)).warnings())
        .containsExactly(
            "column 'y' (number 2): classes are imbalanced: 'well' has 90.0 % of the rows, 'ill' 10.0 %; always guessing 'well' reaches an accuracy of 90.0 %, so look at balanced-accuracy");
  }
}
