package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class SequencesTest {
  private static final SplitPlan HALF = new SplitPlan(0.5, 0, 1, 1);
  private static final String[] WALKS = {
    "id,t,x,y,gait",
    "a,1,1,10,walk",
    "b,1,5,50,run",
    "a,2,2,20,walk",
    "b,2,6,60,run",
    "b,3,7,70,run",
    "c,2,4,40,walk",
    "c,1,3,30,walk",
    "d,1,9,NA,run"
  };

  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  private static DataSource source(Path file, Form form) {
    return DataSource.of(file, form, Optional.empty());
  }

  private static Form byId(Optional<String> order, Optional<Integer> steps) {
    return new Form.SequenceTable("id", order, steps);
  }

  private Dataset walks(Optional<Integer> steps) {
    csv.write(WALKS);
    return Dataset.read(source(csv.file(), byId(Optional.of("t"), steps)));
  }

  /** All four sequences, a to d, by a preprocessing of some of them. */
  private Inputs all(Dataset data) {
    Preprocessing preprocessing = data.prepare(HALF).preprocessing();
    return preprocessing.encode(preprocessing.readForPrediction(csv.file()));
  }

  @Test
  void stepsOfAnIdAreASequencePaddedToTheLongest() {
    Dataset data = walks(Optional.empty());
    assertThat(data.rows()).isEqualTo(4);
    assertThat(data.classes()).containsExactly("run", "walk");
    assertThat(data.input()).isEqualTo(InputShape.sequence(2, 3));
    assertThat(data.labels().get(0)).isEqualTo("gait");
    Inputs inputs = all(data);
    assertThat(inputs.features().shape()).containsExactly(4, 2, 3);
    assertThat(inputs.features().slice(1).ravel().toFloatVector())
        .containsExactly(5, 6, 7, 50, 60, 70);
    assertThat(inputs.mask().orElseThrow().ravel().toFloatVector())
        .containsExactly(1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 0, 0);
  }

  @Test
  void stepsGoByTheColumnThatOrdersThemOrByTheFile() {
    assertThat(all(walks(Optional.empty())).features().getFloat(2, 0, 0)).isEqualTo(3);
    Dataset unordered =
        Dataset.read(
            Csv.withIgnored(source(csv.file(), byId(Optional.empty(), Optional.empty())), "t"));
    assertThat(all(unordered).features().getFloat(2, 0, 0)).isEqualTo(4);
  }

  @Test
  void longerSequencesKeepTheirLastSteps() {
    Dataset data = walks(Optional.of(2));
    assertThat(data.warnings())
        .contains(
            "%s: 1 sequences have more than 2 steps; the last 2 of them are seen"
                .formatted(csv.file()));
    Inputs inputs = all(data);
    assertThat(inputs.features().slice(1).ravel().toFloatVector()).containsExactly(6, 7, 60, 70);
    assertThat(inputs.mask().orElseThrow().ravel().toFloatVector())
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 0);
  }

  @Test
  void featuresAreStandardisedOverTheStepsThatExist() {
    List<String> lines = new ArrayList<>(List.of("id,x,label"));
    for (int sequence = 0; sequence < 20; sequence++) {
      for (int step = 0; step <= sequence % 5; step++) {
        lines.add(
            "%d,%d,%s".formatted(sequence, 1000 + sequence * step, sequence % 2 == 0 ? "a" : "b"));
      }
    }
    csv.write(lines.toArray(String[]::new));
    Prepared data =
        Dataset.read(source(csv.file(), byId(Optional.empty(), Optional.empty()))).prepare(HALF);
    Inputs raw = data.training().inputs();
    Inputs scaled = data.preprocessing().inputs(raw);
    INDArray mask = scaled.mask().orElseThrow().reshape(10, 1, 5);
    assertThat(scaled.features().mul(mask).sumNumber().doubleValue()).isCloseTo(0, within(1e-3));
    double steps = mask.sumNumber().doubleValue();
    double squares = scaled.features().mul(scaled.features()).mul(mask).sumNumber().doubleValue();
    assertThat(squares / steps).isCloseTo(1, within(1e-3));
    assertThat(scaled.features().mul(mask.rsub(1)).amaxNumber().doubleValue())
        .as("padding")
        .isZero();
  }

  @Test
  void aMissingValueBecomesTheMedianOfTraining() {
    Inputs inputs = all(walks(Optional.empty()));
    assertThat(inputs.features().isNaN().any()).isFalse();
    assertThat(inputs.features().getFloat(3, 1, 0)).isBetween(10f, 70f);
  }

  @Test
  void sequencesOfOneStepAreNotPadded() {
    csv.write("id,x,label", "1,5,a", "2,6,b", "3,7,a", "4,8,b");
    Dataset data = Dataset.read(source(csv.file(), byId(Optional.empty(), Optional.empty())));
    assertThat(data.input()).isEqualTo(InputShape.sequence(1, 1));
    assertThat(data.prepare(HALF).training().inputs().mask()).isEmpty();
  }

  @Test
  void numbersOfSequencesArePredictedToo() {
    csv.write("id,x,price", "1,5,1.5", "1,6,1.5", "2,6,2.5", "3,7,3.25", "4,8,1.75");
    Dataset data = Dataset.read(source(csv.file(), byId(Optional.empty(), Optional.empty())));
    assertThat(data.goal()).isEqualTo(Goal.REGRESSION);
    assertThat(data.rows()).isEqualTo(4);
    assertThat(data.prepare(HALF).training().labels().shape()).containsExactly(2, 1);
  }

  @Test
  void categoriesOfStepsBecomeInputsOfTheirOwn() {
    csv.write("id,x,mood,label", "1,5,up,a", "1,6,down,a", "2,6,up,b", "3,7,up,a", "4,8,down,b");
    Dataset data = Dataset.read(source(csv.file(), byId(Optional.empty(), Optional.empty())));
    assertThat(data.input()).isEqualTo(InputShape.sequence(3, 2));
    assertThat(all(data).features().slice(0).getRow(1).toFloatVector()).containsExactly(0, 1);
  }

  @Test
  void twoLabelsInOneSequenceAreNamed() {
    csv.write("id,x,label", "1,5,a", "2,6,b", "1,7,b", "3,7,b");
    assertThat(
            csv.error(
                () -> Dataset.read(source(csv.file(), byId(Optional.empty(), Optional.empty())))))
        .isEqualTo(
            "data.csv, line 4: column 'label' (number 3): sequence '1' has the label 'b' here, but 'a' in line 2; all steps of a sequence have one label");
  }

  private String refused(Form form, String label) {
    DataSource source = source(csv.file(), form);
    return csv.error(() -> Dataset.read(label.isEmpty() ? source : Csv.withLabel(source, label)));
  }

  @Test
  void columnsThatMakeNoSenseAreErrors() {
    csv.write(WALKS);
    assertThat(refused(new Form.SequenceTable("no", Optional.empty(), Optional.empty()), ""))
        .startsWith("data.csv: there is no column 'no' that tells sequences apart");
    assertThat(refused(byId(Optional.of("when"), Optional.empty()), ""))
        .startsWith("data.csv: there is no column 'when' that orders steps");
    assertThat(refused(byId(Optional.of("gait"), Optional.empty()), "y"))
        .isEqualTo(
            "data.csv, line 2: column 'gait' (number 5): 'walk' is no time; allowed in every row are numbers only, or dates only, such as 2024-03-31 or 2024-03-31T18:30");
    assertThat(refused(byId(Optional.of("t"), Optional.empty()), "t"))
        .isEqualTo("data.csv: column 't' (number 2): is the order, and cannot be the label too");
    csv.write("id,label", "1,a", "2,b");
    assertThat(refused(byId(Optional.empty(), Optional.empty()), ""))
        .isEqualTo(
            "data.csv: has no column to learn from (separator comma), but only the id 'id', the label 'label'");
    csv.write(
        "id,x,label",
        "1,a1,a",
        "2,7,b",
        "3,7,b",
        "4,7,b",
        "5,7,b",
        "6,7,b",
        "7,7,b",
        "8,7,b",
        "9,7,b",
        "10,7,b",
        "11,7,b",
        "12,7,a");
    assertThat(refused(byId(Optional.empty(), Optional.empty()), ""))
        .startsWith("data.csv, line 2: column 'x' (number 2): 'a1' is not a number");
  }

  @Test
  void whatWasFittedIsSavedWithTheModel() {
    Preprocessing one = walks(Optional.of(2)).prepare(HALF).preprocessing();
    Preprocessing read = Preprocessing.fromJson(one.toJson());
    assertThat(read).isEqualTo(one);
    assertThat(read.toJson()).isEqualTo(one.toJson());
    csv.write(
        "gait,y,x,t,id", "walk,1,2,1,new", "walk,3,4,0,new", "run,5,6,2,new", "run,7,8,1,old");
    RawRows rows = read.readForPrediction(csv.file());
    assertThat(rows.names()).containsExactly("new", "old");
    assertThat(rows.warnings())
        .containsExactly(
            "%s: 1 sequences have more than 2 steps; the last 2 of them are seen"
                .formatted(csv.file()));
    assertThat(read.encode(rows).features().slice(0).ravel().toFloatVector())
        .containsExactly(2, 6, 1, 5);
    csv.write("gait,y,x,t", "walk,1,2,1");
    assertThat(csv.error(() -> read.readForPrediction(csv.file())))
        .startsWith("data.csv: there is no column 'id' that the model learnt from");
    assertThatThrownBy(
            () ->
                Preprocessing.fromJson(one.toJson().replace("\"sizes\" : [ 2", "\"sizes\" : [ 5")))
        .hasMessageContaining("needs 5 inputs at each step, but the features make 2");
  }

  private Path write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, List.of(lines));
  }

  private Path gaits() throws IOException {
    write("gaits/run/1.csv", "t,x,y", "1,5,50", "2,6,60", "3,7,70");
    write("gaits/run/2.csv", "t,x,y", "1,9,90");
    write("gaits/walk/1.csv", "t,x,y", "2,2,20", "1,1,10");
    write("gaits/walk/2.csv", "t,x,y", "1,3,", "2,4,40");
    return folder.resolve("gaits");
  }

  private static Form inFolder() {
    return new Form.SequenceFolder(Optional.of("t"), Optional.empty());
  }

  @Test
  void filesOfAFolderAreSequencesOfTheClassOfTheirFolder() throws IOException {
    Path gaits = gaits();
    assertThat(Glance.kind(gaits)).contains(InputShape.Kind.SEQUENCE);
    Dataset data = Dataset.read(source(gaits, inFolder()));
    assertThat(data.classes()).containsExactly("run", "walk");
    assertThat(data.input()).isEqualTo(InputShape.sequence(2, 3));
    Preprocessing preprocessing = data.prepare(HALF).preprocessing();
    assertThat(Preprocessing.fromJson(preprocessing.toJson())).isEqualTo(preprocessing);
    RawRows rows = preprocessing.readForPrediction(gaits);
    assertThat(rows.names()).containsExactly("run/1.csv", "run/2.csv", "walk/1.csv", "walk/2.csv");
    Inputs inputs = preprocessing.encode(rows);
    assertThat(inputs.features().getFloat(0, 1, 2)).isEqualTo(70);
    assertThat(inputs.features().getFloat(2, 0, 0)).as("ordered").isEqualTo(1);
    assertThat(inputs.mask().orElseThrow().ravel().toFloatVector())
        .containsExactly(1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0);
    RawRows one = preprocessing.readForPrediction(gaits.resolve("walk/1.csv"));
    assertThat(one.names()).containsExactly("1.csv");
    String before = data.sha256();
    write("gaits/walk/2.csv", "t,x,y", "1,3,", "2,4,41");
    assertThat(Dataset.read(source(gaits, inFolder())).sha256()).isNotEqualTo(before);
  }

  @Test
  void aFileAmongManyThatDoesNotFitIsNamed() throws IOException {
    Path gaits = gaits();
    Path other = write("gaits/walk/3.csv", "t,y,x", "1,3,4");
    assertThatThrownBy(() -> Dataset.read(source(gaits, inFolder())))
        .hasMessage(
            "%s: has the columns t, y, x, but %s has t, x, y", other, gaits.resolve("run/1.csv"));
    write("gaits/walk/3.csv", "t,x,y", "1,3,4", "2,fast,4");
    assertThatThrownBy(() -> Dataset.read(source(gaits, inFolder())))
        .hasMessageStartingWith(
            "%s, line 3: column 'x' (number 2): 'fast' is not a number".formatted(other));
    write("gaits/walk/3.csv", "t,x,y");
    assertThatThrownBy(() -> Dataset.read(source(gaits, inFolder())))
        .hasMessage("%s: has a header, but no rows", other);
  }

  @Test
  void tooManyStepsForMemoryAreRefused() {
    assertThatThrownBy(() -> walks(Optional.of(Integer.MAX_VALUE)))
        .hasMessageContaining(
            "4 sequences of 2 inputs at each of 2147483647 steps are more numbers");
  }
}
