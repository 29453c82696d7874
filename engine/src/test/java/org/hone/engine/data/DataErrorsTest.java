package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told of a mistake, word by word. */
class DataErrorsTest {
  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  private String error(String... lines) {
    return error(source -> source, lines);
  }

  private String error(UnaryOperator<DataSource> change, String... lines) {
    csv.write(lines);
    return csv.error(() -> Dataset.read(change.apply(csv.source())));
  }

  @Test
  void noSuchFile() {
    assertThat(csv.error(() -> Dataset.read(csv.source())))
        .isEqualTo("data.csv: there is no such file");
  }

  @Test
  void aFolder() {
    assertThat(csv.error(() -> Dataset.read(DataSource.of(folder))))
        .isEqualTo(folder + ": is a folder; a file is needed");
  }

  @Test
  void aBrokenGzipFile() {
    byte[] whole = Csv.gzip("x,y\n" + "1,2\n3,5\n".repeat(10_000));
    csv.write(Arrays.copyOf(whole, whole.length / 2));
    assertThat(csv.error(() -> Dataset.read(csv.source())))
        .isEqualTo("data.csv: is a broken gzip file: Unexpected end of ZLIB input stream");
    csv.write(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    assertThat(csv.error(() -> Dataset.read(csv.source())))
        .isEqualTo("data.csv: is a broken gzip file: Unsupported compression method");
  }

  @Test
  void notGzipAtAll() throws IOException {
    Path file = Files.writeString(folder.resolve("page.csv.gz"), "<html>not found</html>");
    assertThat(csv.error(() -> Dataset.read(DataSource.of(file))))
        .isEqualTo(file + ": ends in .gz, but does not begin like a gzip file");
  }

  /** As bundled data are. */
  @Test
  void aFileWithinAJarGoesByItsName() throws IOException {
    URI jar = URI.create("jar:" + folder.resolve("data.jar").toUri());
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Path file = Files.writeString(inside.getPath("/flowers.csv"), "x,y\n1,2\n3\n");
      assertThat(csv.error(() -> Dataset.read(DataSource.of(file))))
          .startsWith("flowers.csv, line");
    }
  }

  @Test
  void notUtf8() {
    csv.write("größe,y\n1,2\n3,4".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(csv.error(() -> Dataset.read(csv.source())))
        .isEqualTo("data.csv: is not UTF-8 text; save it in UTF-8");
  }

  @Test
  void notUtf8FarDown() {
    csv.write(
        ("x,y\n" + "1,2.5\n2,3.5\n".repeat(20_000) + "é,1\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(csv.error(() -> Dataset.read(csv.source())))
        .isEqualTo("data.csv: is not UTF-8 text; save it in UTF-8");
  }

  @Test
  void nothingInside() {
    assertThat(error("")).isEqualTo("data.csv: is empty; a header or a first row is needed");
    assertThat(error("\n\n")).isEqualTo("data.csv: is empty; a header or a first row is needed");
    assertThat(error("x,y\n")).isEqualTo("data.csv: has a header, but no rows");
  }

  @Test
  void raggedRows() {
    assertThat(error("x,y,z", "1,2,3", "\"4\n\",5,6", "7,8", "9,10,11"))
        .isEqualTo("data.csv, line 5: has 2 cells, but the first line has 3 (separator comma)");
    assertThat(error("x,y", "1,2", "3,4,5", "6,7"))
        .isEqualTo("data.csv, line 3: has 3 cells, but the first line has 2 (separator comma)");
  }

  @Test
  void brokenQuotes() {
    assertThat(error("x,y", "1,\"2\"3", "3,4"))
        .startsWith("data.csv: Unexpected character after closing quote")
        .contains("line 2");
    assertThat(error("x,y", "1,2", "3,\"4")).startsWith("data.csv: ").contains("line 3");
  }

  @Test
  void onlyOneColumn() {
    assertThat(error("x", "1", "2"))
        .isEqualTo(
            "data.csv: has no column to learn from (separator comma), but only the label 'x'; allowed separators are tab, semicolon, comma and blanks, and no comment or title stands above the header");
    assertThat(error(source -> Csv.withIgnored(source, "x"), "x,y", "1,2"))
        .isEqualTo(
            "data.csv: has no column to learn from (separator comma), but only the label 'y', the ignored 'x'");
  }

  @Test
  void unknownColumns() {
    assertThat(error(source -> Csv.withLabel(source, "lable"), "x,y,label", "1,2,3"))
        .isEqualTo(
            "data.csv: there is no column 'lable' to predict (did you mean 'label'?); the 3 columns are x, y, label");
    assertThat(error(source -> Csv.withIgnored(source, "price"), "x,y,label", "1,2,3"))
        .isEqualTo("data.csv: there is no column 'price' to ignore; the 3 columns are x, y, label");
    assertThat(error(source -> Csv.withCategorical(source, "X1"), "x,y,label", "1,2,3"))
        .isEqualTo(
            "data.csv: there is no column 'X1' to take for categorical (did you mean 'x'?); the 3 columns are x, y, label");
    assertThat(error(source -> Csv.withLabel(source, "4"), "1,2,3"))
        .isEqualTo(
            "data.csv: there is no column '4' to predict; the 3 columns are column1, column2, column3");
    assertThat(
            error(
                source -> Csv.withLabel(source, "0"),
                String.join(",", IntStream.range(0, 30).mapToObj(i -> "c" + i).toList())))
        .endsWith(
            "the 30 columns are c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19 ...");
  }

  @Test
  void theSameNameTwice() {
    assertThat(error("x,y,x", "1,2,3"))
        .isEqualTo("data.csv: columns 1 and 3 are both called 'x'; give each a name of its own");
  }

  @Test
  void anIgnoredLabel() {
    assertThat(error(source -> Csv.withIgnored(source, "y"), "x,y", "1,2"))
        .isEqualTo("data.csv: column 'y' (number 2): is the label, and cannot be ignored");
  }

  @Test
  void aMissingLabel() {
    assertThat(error("x,y", "1,2.5", "2,NA", "3,4"))
        .isEqualTo(
            "data.csv, line 3: column 'y' (number 2): the label is missing ('NA'); every row needs one");
    assertThat(error("1,a", "2,", "3,a"))
        .isEqualTo("data.csv, line 2: column 2: the label is missing (''); every row needs one");
  }

  @Test
  void labelsThatTellNothing() {
    assertThat(error("x,y", "1,a", "2,a"))
        .isEqualTo(
            "data.csv: column 'y' (number 2): every label is 'a'; at least two classes are needed");
    assertThat(error("x,y", "1,a", "2,b", "3,a"))
        .isEqualTo(
            "data.csv: column 'y' (number 2): class 'b' has only one row; each class needs two, one to learn from and one to validate with");
    assertThat(error("x,y", "1,2.5", "2,2.5"))
        .isEqualTo(
            "data.csv: column 'y' (number 2): every label is 2.5; there is nothing to learn");
  }

  @Test
  void textAmongNumericLabels() {
    String[] lines = numbersThen("high");
    assertThat(error(lines))
        .isEqualTo(
            "data.csv, line 21: column 'y' (number 2): 'high' is not a number; allowed is a number such as -1.5 or 2e3, or nothing, NA, N/A, NaN, null or ? for a missing value; if labels are names, say task: classification");
    assertThat(error(source -> Csv.withGoal(source, Goal.REGRESSION), "x,y", "1,a", "2,b"))
        .startsWith("data.csv, line 2: column 'y' (number 2): 'a' is not a number");
  }

  @Test
  void textAmongNumbers() {
    assertThat(error(source -> Csv.withLabel(source, "x"), numbersThen("1.2.3")))
        .isEqualTo(
            "data.csv, line 21: column 'y' (number 2): '1.2.3' is not a number; allowed is a number such as -1.5 or 2e3, or nothing, NA, N/A, NaN, null or ? for a missing value; if its values are names, list it as categorical");
  }

  @Test
  void numbersBeyondFloat() {
    assertThat(error(source -> Csv.withLabel(source, "x"), numbersThen("1e39")))
        .isEqualTo(
            "data.csv, line 21: column 'y' (number 2): '1e39' is too large; numbers go up to 3.4028235E38");
    assertThat(error(numbersThen("-inf")))
        .isEqualTo(
            "data.csv, line 21: column 'y' (number 2): '-inf' is too large; numbers go up to 3.4028235E38");
  }

  @Test
  void numbersOfColumnsBeginAtOne() {
    assertThat(error(source -> Csv.withLabel(source, "0"), "x,y", "1,2"))
        .isEqualTo(
            "data.csv: there is no column '0' to predict; numbers of columns begin at 1; the 2 columns are x, y");
  }

  private static String[] numbersThen(String last) {
    return IntStream.range(0, 21)
        .mapToObj(i -> i == 0 ? "x,y" : i * 0.5 + "," + (i < 20 ? Double.toString(i * 1.5) : last))
        .toArray(String[]::new);
  }

  @Test
  void decimalCommas() {
    assertThat(error("x;y", "1,5;2", "2,5;3"))
        .isEqualTo(
            "data.csv, line 2: column 'x' (number 1): '1,5' has a decimal comma; write numbers with a decimal point, or list the column as categorical");
  }

  @Test
  void percentSigns() {
    String message =
        "data.csv, line 2: column 'x' (number 1): '1.5%' has a percent sign; write numbers without it, or list the column as categorical";
    assertThat(error("x,y", "1.5%,2", "-20 %,3", ".5%,3")).isEqualTo(message);
    String[] many =
        IntStream.range(-1, 1100)
            .mapToObj(i -> i < 0 ? "x,y" : "%d.5%%,%d".formatted(i + 1, i % 2))
            .toArray(String[]::new);
    assertThat(error(many)).as("too many for categories").isEqualTo(message);
    assertThat(error(source -> Csv.withLabel(source, "x"), "x,y", "1.5%,2", "2%,3"))
        .isEqualTo(message);
    csv.write("x,y", "5%,2.5", "low,3.5", "high,3.5");
    assertThat(Dataset.read(csv.source()).input()).isEqualTo(InputShape.table(3));
    csv.write("x,y", "5%,2.5", "6%,3.5");
    assertThat(Dataset.read(Csv.withCategorical(csv.source(), "x")).input())
        .isEqualTo(InputShape.table(2));
  }

  @Test
  void tooManyCategories() {
    String[] lines =
        IntStream.range(0, 1100).mapToObj(i -> "id" + i + "," + i % 2).toArray(String[]::new);
    assertThat(error(lines))
        .isEqualTo(
            "data.csv: column 1: has more than 1000 different values that are not numbers ('id0' in line 1), too many for categories; ignore the column, or give it fewer values");
    String[] numbers =
        IntStream.range(0, 1100).mapToObj(i -> i + "," + i % 2).toArray(String[]::new);
    assertThat(error(source -> Csv.withCategorical(source, "column1"), numbers))
        .isEqualTo(
            "data.csv: column 1: has more than 1000 different values, too many for categories; ignore the column, or give it fewer values");
  }

  @Test
  void shapesThatDoNotFit() {
    assertThat(
            error(
                source -> Csv.withShape(source, InputShape.image(2, 2, 1)),
                "1,2,3,0",
                "1,2,3,1",
                "1,2,3,0",
                "1,2,3,1"))
        .isEqualTo(
            "data.csv: the shape [2, 2, 1] needs 4 inputs, but the 3 columns besides the label 'column4' make 3");
    assertThat(
            error(
                source -> Csv.withShape(source, InputShape.image(1, 2, 1)),
                "1,2,0",
                "1,x,1",
                "1,2,0",
                "1,2,1"))
        .isEqualTo(
            "data.csv, line 2: column 2: 'x' is not a number; allowed is a number such as -1.5 or 2e3, or nothing, NA, N/A, NaN, null or ? for a missing value; data.shape makes all columns besides the label pixels");
    assertThat(
            error(
                source -> Csv.withShape(source, InputShape.image(1, 2, 1)),
                "1,2,0",
                "1,1e50,1",
                "1,2,0",
                "1,2,1"))
        .isEqualTo(
            "data.csv, line 2: column 2: '1e50' is too large; numbers go up to 3.4028235E38");
  }

  @Test
  void tooFewRowsForTheSplit() {
    Dataset amounts = csv.read("x,y", "1,2.5", "2,3.5");
    assertThat(csv.error(() -> amounts.prepare(new SplitPlan(0.2, 0.2, 1, 1))))
        .isEqualTo(
            "data.csv: has 2 rows, too few for validation=0.2 and test=0.2; each part needs at least one");
    Dataset classes = csv.read("x,y", "1,a", "2,b", "3,a", "4,b");
    assertThat(csv.error(() -> classes.prepare(new SplitPlan(0.2, 0.2, 1, 1))))
        .startsWith("data.csv: has 4 rows, too few for ");
    assertThat(classes.prepare(new SplitPlan(0.2, 0, 1, 1)).test()).isEmpty();
  }
}
