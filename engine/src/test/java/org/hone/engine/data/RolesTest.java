package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hone.api.training.Examples;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Groups, times, weights, and files of their own. */
class RolesTest {
  private static final SplitPlan PLAN = new SplitPlan(0.25, 0.25, 1, 1);

  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  private static Set<Float> firstColumn(Examples rows) {
    Set<Float> values = new HashSet<>();
    for (float value : rows.features().getColumn(0).toFloatVector()) {
      values.add(value);
    }
    return values;
  }

  private String[] patients() {
    List<String> lines = new ArrayList<>(List.of("number,patient,y"));
    for (int row = 0; row < 60; row++) {
      lines.add("%d,p%d,%s".formatted(row / 5, row / 5, row % 2 == 0 ? "a" : "b"));
    }
    return lines.toArray(String[]::new);
  }

  @Test
  void rowsOfAGroupStayOnOneSide() {
    csv.write(patients());
    Dataset data = Dataset.read(Csv.withRowRoles(csv.source(), "patient", "", ""));
    assertThat(data.columns()).extracting(Column::name).containsExactly("number");
    Prepared prepared = data.prepare(PLAN);
    List<Set<Float>> parts =
        List.of(
            firstColumn(prepared.training()),
            firstColumn(prepared.validation()),
            firstColumn(prepared.test().orElseThrow()));
    assertThat(parts.stream().mapToInt(Set::size).sum()).isEqualTo(12);
    assertThat(prepared.validation().labels().sum(0).toFloatVector()).containsExactly(8, 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-%02d", "2024-01-%02dT08:00", "2024-01-%02d 08:00:00Z", "%d"})
  void laterRowsValidateAndTest(String form) {
    List<String> lines = new ArrayList<>(List.of("number,day,y"));
    for (int row = 20; row >= 1; row--) {
      lines.add("%d,%s,%s".formatted(row, form.formatted(row), row * 1.5));
    }
    csv.write(lines.toArray(String[]::new));
    Dataset data = Dataset.read(Csv.withRowRoles(csv.source(), "", "day", ""));
    Prepared prepared = data.prepare(PLAN);
    assertThat(data.columns()).extracting(Column::name).containsExactly("number");
    assertThat(firstColumn(prepared.training()))
        .containsExactlyInAnyOrder(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f);
    assertThat(firstColumn(prepared.validation()))
        .containsExactlyInAnyOrder(11f, 12f, 13f, 14f, 15f);
    assertThat(firstColumn(prepared.test().orElseThrow()))
        .containsExactlyInAnyOrder(16f, 17f, 18f, 19f, 20f);
  }

  @Test
  void trainingRowsAreWeighedWithMeanOne() {
    csv.write("x,w,y", "1,1,1.5", "2,2,2.5", "3,3,3.5", "4,4,4.5", "5,5,5.5");
    Dataset data = Dataset.read(Csv.withRowRoles(csv.source(), "", "", "w"));
    Prepared prepared = data.prepare(new SplitPlan(0.2, 0, 1, 1));
    INDArray weights = prepared.training().weights().orElseThrow();
    assertThat(weights.shape()).containsExactly(4, 1);
    assertThat(weights.meanNumber().doubleValue()).isEqualTo(1, within(1e-6));
    INDArray x = prepared.training().features();
    assertThat(weights.div(weights.getFloat(0)).equalsWithEps(x.div(x.getFloat(0)), 1e-6)).isTrue();
    assertThat(prepared.validation().weights()).as("scores count each row once").isEmpty();
  }

  @Test
  void imagesInRowsAreSplitAndWeighedAsTablesAre() {
    List<String> lines = new ArrayList<>(List.of("a,b,c,d,patient,day,w,y"));
    for (int row = 0; row < 24; row++) {
      int patient = row / 2;
      lines.add(
          "%d,7,8,%d,p%d,%d,%d,%s"
              .formatted(patient, row, patient, row, row + 1, row % 2 == 0 ? "k" : "l"));
    }
    csv.write(lines.toArray(String[]::new));
    DataSource images = Csv.withShape(csv.source(), InputShape.image(2, 2, 1));
    Prepared grouped =
        Dataset.read(Csv.withIgnored(Csv.withRowRoles(images, "patient", "", "w"), "day"))
            .prepare(PLAN);
    assertThat(grouped.training().features().shape()).hasSize(4);
    Set<Float> training = new HashSet<>();
    Set<Float> validation = new HashSet<>();
    for (int row = 0; row < grouped.training().rows(); row++) {
      training.add(grouped.training().features().getFloat(row, 0, 0, 0));
    }
    for (int row = 0; row < grouped.validation().rows(); row++) {
      validation.add(grouped.validation().features().getFloat(row, 0, 0, 0));
    }
    assertThat(training).doesNotContainAnyElementsOf(validation);
    assertThat(grouped.training().weights().orElseThrow().meanNumber().doubleValue())
        .isEqualTo(1, within(1e-6));
    Prepared timed =
        Dataset.read(Csv.withIgnored(Csv.withRowRoles(images, "", "day", ""), "patient", "w"))
            .prepare(PLAN);
    assertThat(timed.training().features().maxNumber().intValue()).isEqualTo(11);
    assertThat(timed.test().orElseThrow().features().maxNumber().intValue()).isEqualTo(23);
  }

  private String error(String group, String time, String weight, String... lines) {
    csv.write(lines);
    return csv.error(() -> Dataset.read(Csv.withRowRoles(csv.source(), group, time, weight)));
  }

  @Test
  void badCellsAreNamed() {
    assertThat(error("", "", "w", "x,w,y", "1,1,2.5", "2,0,3.5"))
        .isEqualTo(
            "data.csv, line 3: column 'w' (number 2): '0' is no weight; allowed is a number above 0 in every row");
    assertThat(error("", "", "w", "x,w,y", "1,1,2.5", "2,,3.5")).contains("line 3").contains("''");
    assertThat(error("g", "", "", "x,g,y", "1,1,2.5", "2,NA,3.5"))
        .isEqualTo(
            "data.csv, line 3: column 'g' (number 2): the group is missing; give the row a group of its own if it has none");
    assertThat(error("", "t", "", "x,t,y", "1,2024-01-01,2.5", "2,31.12.2024,3.5"))
        .isEqualTo(
            "data.csv, line 3: column 't' (number 2): '31.12.2024' is no time; allowed in every row are numbers only, or dates only, such as 2024-03-31 or 2024-03-31T18:30");
    assertThat(error("", "t", "", "x,t,y", "1,2024-01-01,2.5", "2,7,3.5"))
        .contains("'7' is no time");
  }

  @Test
  void aColumnHasOneRole() {
    assertThat(error("y", "", "", "x,g,y", "1,1,2.5"))
        .isEqualTo("data.csv: column 'y' (number 3): is the label, and cannot be the group too");
    assertThat(error("", "", "z", "x,g,y", "1,1,2.5"))
        .startsWith("data.csv: there is no column 'z' to weigh rows by");
    assertThatThrownBy(() -> Csv.withRowRoles(csv.source(), "a", "b", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows are split by group or by time, but group=a and time=b");
  }

  @Test
  void tooFewGroupsOrTimesAreCounted() {
    csv.write("x,g,y", "1,a,2.5", "2,a,3.5", "3,b,4.5", "4,b,5.5");
    DataSource grouped = Csv.withRowRoles(csv.source(), "g", "", "");
    assertThat(csv.error(() -> Dataset.read(grouped).prepare(PLAN)))
        .isEqualTo(
            "data.csv: has 2 groups, too few for validation=0.25 and test=0.25; each part needs at least one");
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), Arrays.asList(lines));
  }

  @Test
  void validationAndTestMayHaveFilesOfTheirOwn() throws IOException {
    csv.write("x,colour,y", "1,red,a", "2,blue,b", "3,red,a", "4,blue,b");
    Path validation = file("v.csv", "y;x;more;colour", "a;10;?;green", "b;11;?;red");
    Path test = file("t.csv", "20,blue,b");
    DataSource source = Csv.withFiles(csv.source(), Optional.of(validation), Optional.of(test));
    Dataset data = Dataset.read(source);
    Prepared prepared = data.prepare(new SplitPlan(0, 0, 1, 1));
    assertThat(firstColumn(prepared.training())).containsExactlyInAnyOrder(1f, 2f, 3f, 4f);
    assertThat(prepared.validation().features().getRow(0).toFloatVector())
        .containsExactly(10, 0, 1, 0);
    assertThat(prepared.validation().labels().getRow(0).toFloatVector()).containsExactly(1, 0);
    assertThat(firstColumn(prepared.test().orElseThrow())).containsExactly(20f);
    String hash = data.sha256();
    file("t.csv", "21,blue,b");
    assertThat(Dataset.read(source).sha256()).isNotEqualTo(hash);
  }

  @Test
  void otherFilesHaveOtherRows() throws IOException {
    csv.write("x,y", "1,a", "2,b", "3,a", "4,b");
    Path copy = file("copy.csv", "x,y", "1,a", "2,b", "3,a");
    Path other = file("other.csv", "x,y", "1,a", "2,b", "3,a");
    assertThat(
            csv.error(
                () ->
                    Dataset.read(
                        Csv.withFiles(csv.source(), Optional.of(copy), Optional.of(other)))))
        .isEqualTo(other + ": has the same rows as " + copy + "; allowed: a file with other rows");
    Files.copy(csv.file(), copy, StandardCopyOption.REPLACE_EXISTING);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () -> Dataset.read(Csv.withFiles(csv.source(), Optional.of(copy), Optional.empty())))
        .satisfies(refused -> assertThat(refused.purpose()).contains("validation"));
  }

  @Test
  void otherFilesOfImagesHaveTheSameSize() throws IOException {
    csv.write("y,p0,p1", "a,1,2", "b,3,4", "a,5,6", "b,7,8");
    Path larger = file("larger.csv", "y,p0,p1,p2,p3", "a,1,2,3,4", "b,5,6,7,8");
    Path more = file("more.csv", "p1,source,p0,y", "1,x1,2,a", "3,x2,4,b");
    DataSource source = Csv.withLabel(Csv.withShape(csv.source(), InputShape.image(1, 2, 1)), "y");

    assertThat(
            csv.error(
                () -> Dataset.read(Csv.withFiles(source, Optional.empty(), Optional.of(larger)))))
        .isEqualTo(
            larger
                + ": has the column 'p2', which is none of the 2 pixels of images of [1, 2, 1]; images of another size are not read");
    assertThat(Dataset.read(Csv.withFiles(source, Optional.of(more), Optional.empty())).rows())
        .as("other columns are let be")
        .isEqualTo(6);
  }

  @Test
  void otherFilesMustFit() throws IOException {
    csv.write("x,y", "1,a", "2,b", "3,a", "4,b");
    Path validation = file("v.csv", "z,y", "1,a");
    DataSource source = Csv.withFiles(csv.source(), Optional.of(validation), Optional.empty());
    assertThat(csv.error(() -> Dataset.read(source)))
        .isEqualTo(
            validation
                + ": there is no column 'x' as in the file to learn from; the 2 columns are z, y");
    file("v.csv", "1,2,a");
    assertThat(csv.error(() -> Dataset.read(source)))
        .isEqualTo(
            validation
                + ": has 3 columns, but the file to learn from has 2; without names in both they must be the same");
    file("v.csv", "x,y", "1,a", "2,c");
    assertThat(csv.error(() -> Dataset.read(source)))
        .isEqualTo(
            validation
                + ", line 3: column 'y' (number 2): class 'c' has no row in data.csv; one is needed to learn from");
    file("v.csv", "x,y", "1,a", "2,");
    assertThat(csv.error(() -> Dataset.read(source)))
        .isEqualTo(
            validation
                + ", line 3: column 'y' (number 2): the label is missing (''); every row needs one");
    file("v.csv", "x,y", "1,a", "bad,b");
    csv.write(("x,y\n" + "1,a\n2,b\n".repeat(10)).split("\n"));
    assertThat(csv.error(() -> Dataset.read(source)))
        .startsWith(validation + ", line 3: column 'x' (number 1): 'bad' is not a number");
  }

  @Test
  void foldsTakeTurns() {
    csv.write(patients());
    Dataset data = Dataset.read(csv.source());
    List<INDArray> validated = new ArrayList<>();
    for (int fold = 0; fold < 3; fold++) {
      Prepared prepared = data.prepare(PLAN.withFold(new SplitPlan.Fold(fold, 3)));
      assertThat(prepared.validation().rows()).isBetween(14, 16);
      assertThat(prepared.test().orElseThrow().rows()).isEqualTo(16);
      validated.add(prepared.validation().features());
    }
    assertThat(validated.get(0)).isNotEqualTo(validated.get(1));
  }

  @Test
  void datesAreRefused() {
    assertThat(csv.error(() -> csv.read("when,x,y", "2024-01-01,1,1.5", "2024-01-02,2,2.5")))
        .isEqualTo(
            "data.csv, line 2: column 'when' (number 1): '2024-01-01' is a date, which a network cannot learn from as it is; ignore the column, split rows by it (time), or put what matters of it into columns of numbers, such as year, month and weekday");
    assertThat(csv.error(() -> csv.read("when,x,y", "31.1.24 10:30,1,1.5", "1.2.24 11:00,2,2.5")))
        .contains("is a date");
    csv.write("when,x,y", "2024-01-01,1,1.5", "2024-01-02,2,2.5");
    assertThat(Dataset.read(Csv.withCategorical(csv.source(), "when")).columns()).hasSize(2);
    assertThat(csv.read("when,y", "monday,1.5", "tuesday,2.5").columns()).hasSize(1);
  }

  @Test
  void rareCategoriesArePooled() {
    List<String> lines = new ArrayList<>(List.of("city,x,y"));
    for (int row = 0; row < 3000; row++) {
      lines.add(
          "%s,%d,%s".formatted(row % 2 == 0 ? "c" + row % 40 : "r" + row, row % 7, row * 0.5));
    }
    Dataset data = csv.read(lines.toArray(String[]::new));
    assertThat(data.columns().get(0).categories()).hasSize(21).contains("c0").endsWith("(other)");
    assertThat(data.warnings())
        .containsExactly(
            "column 'city' (number 1): has more than 1000 different values; those in at least 10 rows are categories, all others count as '(other)'");
    Preprocessing preprocessing = data.prepare(PLAN).preprocessing();
    RawRows rows = preprocessing.readForPrediction(csv.write("city,x", "never-seen,1"));
    assertThat(rows.warnings()).isEmpty();
    assertThat(preprocessing.encode(rows).features().getFloat(0, 20)).isEqualTo(1);
  }

  @Test
  void identifiersAreStillRefused() {
    List<String> lines = new ArrayList<>(List.of("name,y"));
    for (int row = 0; row < 1500; row++) {
      lines.add("n%d,%s".formatted(row, row * 0.5));
    }
    assertThat(csv.error(() -> csv.read(lines.toArray(String[]::new))))
        .startsWith("data.csv: column 'name' (number 1): has more than 1000 different values");
  }

  @Test
  void featuresAreScaledAsSaid() {
    csv.write("x,y", "1,1.5", "2,2.5", "3,3.5", "4,4.5", "100,5.5");
    for (ScalingMethod method : ScalingMethod.values()) {
      Prepared prepared =
          Dataset.read(Csv.withScaling(csv.source(), method)).prepare(new SplitPlan(0.2, 0, 1, 1));
      INDArray raw = prepared.training().features();
      float[] values = raw.dup().ravel().toFloatVector();
      Scale scale = method.of(values);
      INDArray expected = raw.sub(scale.center()).div(scale.spread());
      assertThat(prepared.preprocessing().features(raw).equalsWithEps(expected, 1e-5))
          .as(method.id())
          .isTrue();
      Preprocessing read = Preprocessing.fromJson(prepared.preprocessing().toJson());
      assertThat(read.features(raw)).isEqualTo(prepared.preprocessing().features(raw));
    }
  }
}
