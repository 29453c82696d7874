package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Groups, times, weights, several labels, and files of their own, of sequences by id. */
class SequenceRolesTest {
  private static final SplitPlan PLAN = new SplitPlan(0.25, 0.25, 1, 1);

  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  private DataSource source(String group, String time, String weight) {
    return source("", group, time, weight);
  }

  private DataSource source(String order, String group, String time, String weight) {
    Form form =
        new Form.SequenceTable(
            "id", Optional.of(order).filter(name -> !name.isEmpty()), Optional.empty());
    return Csv.withRowRoles(DataSource.of(csv.file(), form, Optional.empty()), group, time, weight);
  }

  /** What the first input is at the first step of each sequence. */
  private static Set<Float> first(Examples rows) {
    Set<Float> values = new HashSet<>();
    for (int row = 0; row < rows.rows(); row++) {
      values.add(rows.features().getFloat(row, 0, 0));
    }
    return values;
  }

  /** The steps of two sequences of a machine are mixed; the first input is the machine. */
  private void writeMachines() {
    List<String> lines = new ArrayList<>(List.of("id,unit,x,machine,y"));
    for (int row = 0; row < 48; row++) {
      int machine = row / 4;
      lines.add(
          "m%d-%d,%d,%d,m%d,%s"
              .formatted(machine, row % 2, machine, row, machine, row % 2 == 0 ? "a" : "b"));
    }
    csv.write(lines.toArray(String[]::new));
  }

  @Test
  void sequencesOfAGroupStayOnOneSide() {
    writeMachines();
    Dataset data = Dataset.read(source("machine", "", ""));
    assertThat(data.rows()).isEqualTo(24);
    assertThat(data.input()).isEqualTo(InputShape.sequence(2, 2));
    Prepared prepared = data.prepare(PLAN);
    assertThat(
            first(prepared.training()).size()
                + first(prepared.validation()).size()
                + first(prepared.test().orElseThrow()).size())
        .isEqualTo(12);
    Set<Float> validated = new HashSet<>();
    for (int fold = 0; fold < 3; fold++) {
      Prepared one = data.prepare(PLAN.withFold(new SplitPlan.Fold(fold, 3)));
      assertThat(first(one.training())).doesNotContainAnyElementsOf(first(one.validation()));
      assertThat(validated).doesNotContainAnyElementsOf(first(one.validation()));
      validated.addAll(first(one.validation()));
    }
    assertThat(validated).doesNotContainAnyElementsOf(first(prepared.test().orElseThrow()));
    assertThat(validated.size() + first(prepared.test().orElseThrow()).size()).isEqualTo(12);
  }

  /** Sequences begin on days 1 to 20, at a step in the middle of the file's, and all last long. */
  private void writeDays() {
    List<String> lines = new ArrayList<>(List.of("id,number,day,y"));
    for (int row = 20; row >= 1; row--) {
      for (int step : new int[] {30, 0, 40}) {
        lines.add("s%d,%d,%d,%s".formatted(row, row, row + step, row * 1.5));
      }
    }
    csv.write(lines.toArray(String[]::new));
  }

  @Test
  void sequencesThatBeganLaterValidateAndTest() {
    writeDays();
    for (String order : List.of("", "day")) {
      Dataset data = Dataset.read(source(order, "", "day", ""));
      assertThat(data.input())
          .as("the time is not learnt from")
          .isEqualTo(InputShape.sequence(1, 3));
      Prepared prepared = data.prepare(PLAN);
      assertThat(first(prepared.training()))
          .containsExactlyInAnyOrder(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f);
      assertThat(first(prepared.validation())).containsExactlyInAnyOrder(11f, 12f, 13f, 14f, 15f);
      assertThat(first(prepared.test().orElseThrow()))
          .containsExactlyInAnyOrder(16f, 17f, 18f, 19f, 20f);
    }
  }

  @Test
  void trainingSequencesAreWeighedWithMeanOne() {
    List<String> lines = new ArrayList<>(List.of("id,x,w,y"));
    for (int step = 0; step < 12; step++) {
      int sequence = step % 6 + 1;
      lines.add("s%d,%d,%d,%s".formatted(sequence, sequence, sequence, sequence + 0.5));
    }
    csv.write(lines.toArray(String[]::new));
    Prepared prepared = Dataset.read(source("", "", "w")).prepare(new SplitPlan(0.2, 0, 1, 1));
    INDArray weights = prepared.training().weights().orElseThrow();
    assertThat(weights.shape()).containsExactly(prepared.training().rows(), 1);
    assertThat(weights.meanNumber().doubleValue()).isEqualTo(1, within(1e-6));
    double scale = weights.getDouble(0) / prepared.training().features().getDouble(0, 0, 0);
    for (int row = 0; row < prepared.training().rows(); row++) {
      assertThat(weights.getDouble(row) / prepared.training().features().getDouble(row, 0, 0))
          .isEqualTo(scale, within(1e-6));
    }
    assertThat(prepared.validation().weights()).as("scores count each once").isEmpty();
  }

  private String error(DataSource source, String... lines) {
    csv.write(lines);
    return csv.error(() -> Dataset.read(source));
  }

  @Test
  void stepsOfASequenceThatDifferAreNamed() {
    assertThat(error(source("g", "", ""), "id,x,g,y", "1,5,a,1.5", "2,5,b,2.5", "1,6,b,1.5"))
        .isEqualTo(
            "data.csv, line 4: column 'g' (number 3): sequence '1' has the group 'b' here, but 'a' in line 2; all steps of a sequence have one group");
    assertThat(error(source("", "", "w"), "id,x,w,y", "1,5,1,1.5", "1,5,2,1.5", "2,6,1,2.5"))
        .isEqualTo(
            "data.csv, line 3: column 'w' (number 3): sequence '1' has the weight '2' here, but '1' in line 2; all steps of a sequence have one weight");
  }

  @Test
  void badCellsAreNamedAsInTables() {
    assertThat(error(source("", "", "w"), "id,x,w,y", "1,5,1,1.5", "2,5,0,2.5", "2,5,0,2.5"))
        .isEqualTo(
            "data.csv, line 3: column 'w' (number 3): '0' is no weight; allowed is a number above 0 in every row");
    assertThat(error(source("g", "", ""), "id,x,g,y", "1,5,a,1.5", "2,5,,2.5"))
        .startsWith("data.csv, line 3: column 'g' (number 3): the group is missing");
    assertThat(error(source("", "t", ""), "id,x,t,y", "1,5,1,1.5", "1,5,soon,1.5"))
        .startsWith("data.csv, line 3: column 't' (number 3): 'soon' is no time");
    assertThat(error(source("id", "", ""), "id,x,y", "1,5,1.5", "2,5,2.5"))
        .isEqualTo("data.csv: column 'id' (number 1): is the id, and cannot be the group too");
    assertThat(error(source("t", "t", "", ""), "id,x,t,y", "1,5,1,1.5", "2,5,1,2.5"))
        .isEqualTo("data.csv: column 't' (number 3): is the order, and cannot be the group too");
    assertThat(error(source("z", "", ""), "id,x,y", "1,5,1.5", "2,5,2.5"))
        .startsWith("data.csv: there is no column 'z' to split by group");
  }

  @Test
  void predictionsNeedNoneOfThem() {
    writeMachines();
    Preprocessing learnt = Dataset.read(source("machine", "", "")).prepare(PLAN).preprocessing();
    csv.write("id,unit,x", "new,5,1", "new,5,2");
    assertThat(learnt.readForPrediction(csv.file()).rows()).isEqualTo(1);
  }

  @Test
  void aSequenceMayHaveSeveralLabels() {
    csv.write("id,x,p,q", "1,5,0,1", "2,6,1,1", "1,7,0,1", "3,7,0,0", "4,8,1,0");
    Dataset columns = Dataset.read(Csv.withLabel(source("", "", ""), "p", "q"));
    assertThat(columns.goal()).isEqualTo(Goal.MULTI_LABEL);
    assertThat(columns.rows()).isEqualTo(4);
    assertThat(columns.input()).isEqualTo(InputShape.sequence(1, 2));
    csv.write("id,x,tags", "1,5,a|b", "2,6,b", "1,7,a|b", "3,7,a", "4,8,");
    Dataset one = Dataset.read(Csv.withLabelSet(source("", "", ""), "|"));
    assertThat(one.classes()).containsExactly("a", "b");
    assertThat(one.prepare(new SplitPlan(0.5, 0, 1, 1)).training().labels().shape())
        .containsExactly(2, 2);
    assertThat(
            error(
                Csv.withLabelSet(source("", "", ""), "|"), "id,x,tags", "1,5,a", "1,7,b", "2,7,b"))
        .contains("line 3")
        .contains("sequence '1' has the label 'b' here, but 'a' in line 2");
  }

  @Test
  void anIdInAFileOfItsOwnIsAnotherSequence() throws IOException {
    writeMachines();
    Path test =
        Files.write(
            folder.resolve("test.csv"),
            List.of("unit,x,y,id", "90,1,a,m0-0", "91,1,b,m1-1", "90,2,a,m0-0"));
    Prepared prepared =
        Dataset.read(Csv.withFiles(source("machine", "", ""), Optional.empty(), Optional.of(test)))
            .prepare(new SplitPlan(0.25, 0, 1, 1));
    assertThat(first(prepared.test().orElseThrow())).containsExactlyInAnyOrder(90f, 91f);
    assertThat(prepared.test().orElseThrow().labels().sum(0).toFloatVector()).containsExactly(1, 1);
    assertThat(prepared.training().rows() + prepared.validation().rows()).isEqualTo(24);
    Files.write(test, List.of("unit,x,y,id", "90,1,a,m0-0", "91,1,b,m0-0"));
    assertThat(
            csv.error(
                () ->
                    Dataset.read(
                        Csv.withFiles(
                            source("machine", "", ""), Optional.of(test), Optional.empty()))))
        .startsWith(test + ", line 3: column 'y' (number 5): sequence 'm0-0' has the label 'b'");
  }
}
