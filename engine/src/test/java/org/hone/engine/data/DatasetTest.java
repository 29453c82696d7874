package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.Column.Kind;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
  private static final String[] PETS = {
    "weight,colour,legs,kind",
    "4.5,black,4,cat",
    "30,brown,4,dog",
    ",black,NA,cat",
    "12,\"brown, \"\"dark\"\"\nand long\",3,dog",
    "5,?,4,cat"
  };

  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  @Test
  void knowsColumnsAndClasses() {
    Dataset data = csv.read(PETS);
    assertThat(data.goal()).isEqualTo(Goal.CLASSIFICATION);
    assertThat(data.labels()).containsExactly("kind");
    assertThat(data.classes()).containsExactly("cat", "dog");
    assertThat(data.outputs()).isEqualTo(2);
    assertThat(data.rows()).isEqualTo(5);
    assertThat(data.columns())
        .containsExactly(
            new Column("weight", Kind.NUMERIC, 1, List.of()),
            new Column(
                "colour",
                Kind.CATEGORICAL,
                1,
                List.of("black", "brown", "brown, \"dark\"\nand long")),
            new Column("legs", Kind.NUMERIC, 1, List.of()));
    assertThat(data.input()).isEqualTo(InputShape.table(5));
    assertThat(data.columns()).extracting(Column::inputs).containsExactly(1, 3, 1);
  }

  @Test
  void numbersColumnsWithoutHeader() {
    Dataset data = csv.read("1,2,3.5", "2,1,4.5", "0,5,1.25");
    assertThat(data.goal()).isEqualTo(Goal.REGRESSION);
    assertThat(data.classes()).isEmpty();
    assertThat(data.outputs()).isEqualTo(1);
    assertThat(data.labels()).containsExactly("column3");
    assertThat(data.columns()).extracting(Column::name).containsExactly("column1", "column2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"legs", "3"})
  void takesColumnsByNameOrNumber(String label) {
    csv.write("weight,colour,legs,kind", "1,red,2,a", "2,red,4,b", "3,blue,2.5,b");
    Dataset data = Dataset.read(Csv.withLabel(Csv.withIgnored(csv.source(), "2", "kind"), label));
    assertThat(data.labels()).containsExactly("legs");
    assertThat(data.columns()).extracting(Column::name).containsExactly("weight");
  }

  @Test
  void aNameThatIsANumberGoesFirst() {
    csv.write("country,2,1", "a,1,5.5", "b,2,6.5", "a,3,7.5");
    Dataset data = Dataset.read(Csv.withLabel(Csv.withIgnored(csv.source(), "country"), "2"));
    assertThat(data.labels()).containsExactly("2");
  }

  @Test
  void readsNumbersAsCategoriesIfAskedTo() {
    csv.write("zip,y", "10,1.5", "2,2.5", "10.0,3.5", "2.50,1.5");
    Dataset data = Dataset.read(Csv.withCategorical(csv.source(), "zip"));
    assertThat(data.columns())
        .containsExactly(new Column("zip", Kind.CATEGORICAL, 0, List.of("2", "2.5", "10")));
  }

  @Test
  void mixedColumnsAreCategories() {
    Dataset data = csv.read("doors,y", "5more,1.5", "4,2.5", "3,3.5", "4.0,1.5");
    assertThat(data.columns())
        .containsExactly(new Column("doors", Kind.CATEGORICAL, 0, List.of("3", "4", "5more")));
  }

  @Test
  void keepsNumbersApartThatDoublesDoNot() {
    csv.write("id,y", "9007199254740993,1.5", "9007199254740992,2.5");
    Dataset data = Dataset.read(Csv.withCategorical(csv.source(), "id"));
    assertThat(data.columns().get(0).categories()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 20})
  void fewWholeNumbersAreClasses(int classes) {
    Dataset data = labelled(IntStream.range(0, classes * 5).map(i -> i % classes).boxed().toList());
    assertThat(data.goal()).isEqualTo(Goal.CLASSIFICATION);
    assertThat(data.classes())
        .isEqualTo(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    assertThat(data.warnings()).isEmpty();
  }

  @Test
  void manyOrRareOrBrokenNumbersAreAmounts() {
    assertThat(labelled(IntStream.range(0, 210).map(i -> i % 21).boxed().toList()).goal())
        .isEqualTo(Goal.REGRESSION);
    assertThat(labelled(List.of(1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2)).goal())
        .isEqualTo(Goal.REGRESSION);
    assertThat(labelled(List.of(0, 1, 1)).goal()).isEqualTo(Goal.REGRESSION);
    assertThat(labelled(List.of(0.5, 1, 0.5, 1)).goal()).isEqualTo(Goal.REGRESSION);
    assertThat(labelled(IntStream.range(0, 2000).boxed().toList()).goal())
        .isEqualTo(Goal.REGRESSION);
  }

  @Test
  void theGoalCanBeSaid() {
    List<Integer> labels = List.of(10, 2, 10, 2, 3, 3, 10, 2, 3);
    Dataset amounts = labelled(labels);
    Dataset classes = Dataset.read(Csv.withGoal(csv.source(), Goal.CLASSIFICATION));
    Dataset named = Dataset.read(Csv.withCategorical(csv.source(), "y"));
    assertThat(amounts.goal()).isEqualTo(Goal.REGRESSION);
    assertThat(classes.classes()).containsExactly("2", "3", "10");
    assertThat(named.classes()).containsExactly("2", "3", "10");
    assertThat(classes.warnings()).isEmpty();
  }

  private Dataset labelled(List<? extends Number> labels) {
    StringBuilder text = new StringBuilder("x,y\n");
    labels.forEach(
        label -> text.append(label.hashCode() % 7 * 0.5).append(',').append(label).append('\n'));
    return csv.read(text.toString());
  }

  @Test
  void readsGzipByContent() throws IOException {
    String text = String.join("\n", PETS);
    csv.write(Csv.gzip(text));
    Path gz = Files.write(folder.resolve("data.csv.gz"), Csv.gzip(text));
    assertThat(Dataset.read(csv.source()).classes()).containsExactly("cat", "dog");
    assertThat(Dataset.read(DataSource.of(gz)).classes()).containsExactly("cat", "dog");
  }

  @Test
  void readsInsideAJar() throws IOException {
    Path jar = folder.resolve("data.jar");
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Path file = Files.write(inside.getPath("/pets.csv.gz"), Csv.gzip(String.join("\n", PETS)));
      Dataset data = Dataset.read(DataSource.of(file));
      assertThat(data.rows()).isEqualTo(5);
      assertThat(data.prepare(new SplitPlan(0.3, 0, 1, 1)).training().rows()).isEqualTo(3);
    }
  }

  @Test
  void ignoresByteOrderMarkAndEmptyLinesAndWindowsLineEnds() {
    Dataset data = csv.read("\uFEFFx,y\r\n\r\n1,2.5\r\n\r\n2,3.5\r\n\r\n");
    assertThat(data.columns()).extracting(Column::name).containsExactly("x");
    assertThat(data.rows()).isEqualTo(2);
  }

  @Test
  void readsBlanksSemicolonsAndTabs() {
    assertThat(csv.read("x y z", " 1  2  3.5", "3 4 5.5 ").rows()).isEqualTo(2);
    assertThat(csv.read("x;y;z", "1;2;3.5", "3;4;5.5").columns()).hasSize(2);
    assertThat(csv.read("x\ty z\tw", "1\t2\t3.5", "3\t4\t5.5").columns())
        .extracting(Column::name)
        .containsExactly("x", "y z");
  }

  @Test
  void hashesTheFileAsItLies() {
    csv.write("x,y\n1,2\n3,4\n5,6\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(Dataset.read(csv.source()).sha256())
        .isEqualTo("d1a204d054632471fea3ed96e764a9e70402f69ff2818394a182a8d73bf64a4e");
  }

  @Test
  void readsImages() {
    csv.write(
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    IntStream.range(0, 12)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(","))
                        + ","
                        + i % 2)
            .toArray(String[]::new));
    Dataset data = Dataset.read(Csv.withShape(csv.source(), InputShape.image(2, 3, 2)));
    assertThat(data.input()).isEqualTo(InputShape.image(2, 3, 2));
    assertThat(data.warnings()).as("constant pixels are common").isEmpty();
    assertThat(data.prepare(new SplitPlan(0.2, 0.2, 1, 1)).validation().features().shape())
        .containsExactly(2, 2, 2, 3);
  }

  @Test
  void readsManyRowsAndColumns() {
    String[] lines =
        IntStream.range(0, 5000)
            .mapToObj(i -> i * 0.5 + "," + "abc".charAt(i % 3) + "," + i * 0.25)
            .toArray(String[]::new);
    Dataset data = csv.read(lines);
    assertThat(data.rows()).isEqualTo(5000);
    assertThat(data.columns()).extracting(Column::inputs).containsExactly(1, 3);
  }

  @Test
  void warns() {
    StringBuilder text = new StringBuilder("empty,same,rare,name,number,time,y\n");
    for (int i = 0; i < 30; i++) {
      text.append(",7,")
          .append(i < 10 ? i * i : "")
          .append(",n")
          .append(i)
          .append(',')
          .append(i + 5);
      text.append(',').append(1_700_000_000 + i * i).append(',').append(i % 5 + 3).append('\n');
    }
    text.append(",7,,n31,35,1700000000,9\n,7,,n32,36,1700000000,9\n");
    csv.write(text.toString());
    assertThat(Dataset.read(csv.source()).warnings())
        .containsExactly(
            "column 'y' (number 7): 6 different whole numbers are taken for classes; if they are amounts, say task: regression",
            "column 'y' (number 7): class '9' has only two rows; no test sees it",
            "column 'empty' (number 1): has no value in any row, and tells nothing",
            "column 'same' (number 2): has the same value in every row, and tells nothing",
            "column 'rare' (number 3): has no value in more than half of the rows",
            "column 'name' (number 4): has a category for every other row, or for each; if it is a name or an identifier, ignore it, if it is a text, learn from it with data.text, if it is a number, write it without separators of thousands",
            "column 'number' (number 5): counts up by one from row to row; if it is a row number, ignore it",
            "column 'time' (number 6): has large numbers that differ little; a float keeps 7 digits of them. Subtract a constant");
  }
}
