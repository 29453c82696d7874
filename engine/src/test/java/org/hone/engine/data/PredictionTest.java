package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.hone.api.training.InputShape;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows to predict, read by a model of a file with an id, a number, a label, a category and a
 * number.
 */
class PredictionTest {
  private static final float[] EXPECTED = {1.5f, 0, 1, 30, 2.5f, 1, 0, 40};

  @TempDir Path folder;
  private Csv csv;
  private Preprocessing named;
  private Preprocessing numbered;

  @BeforeEach
  void fit() {
    csv = new Csv(folder);
    String rows = "5,1,p,blue,10\n6,2,q,red,20\n7,3,p,red,30\n8,4,q,blue,70\n";
    csv.write("id,size,y,colour,age\n" + rows);
    named = fit(Csv.withLabel(Csv.withIgnored(csv.source(), "id"), "y"));
    csv.write(rows);
    numbered = fit(Csv.withLabel(Csv.withIgnored(csv.source(), "1"), "3"));
  }

  private static Preprocessing fit(DataSource source) {
    return Dataset.read(source).prepare(new SplitPlan(0.5, 0, 1, 1)).preprocessing();
  }

  private float[] read(Preprocessing preprocessing, String... lines) {
    RawRows rows = preprocessing.readForPrediction(csv.write(lines));
    assertThat(rows.warnings()).isEmpty();
    INDArray encoded = preprocessing.encode(rows).features();
    assertThat(encoded.shape()).containsExactly(rows.rows(), 4);
    return encoded.ravel().toFloatVector();
  }

  @Test
  void findsColumnsByName() {
    assertThat(read(named, "colour,extra,age,size", "red,x,30,1.5", "blue,y,40,2.5"))
        .containsExactly(EXPECTED);
    assertThat(read(named, "id,size,y,colour,age", "1,1.5,,red,30", "2,2.5,q,blue,40"))
        .containsExactly(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"named", "numbered"})
  void findsColumnsByPosition(String model) {
    Preprocessing preprocessing = model.equals("named") ? named : numbered;
    assertThat(read(preprocessing, "1,1.5,p,red,30", "2,2.5,p,blue,40"))
        .as("as in training")
        .containsExactly(EXPECTED);
    assertThat(read(preprocessing, "1,1.5,red,30", "2,2.5,blue,40"))
        .as("no label")
        .containsExactly(EXPECTED);
    assertThat(read(preprocessing, "1.5,red,30", "2.5,blue,40"))
        .as("features only")
        .containsExactly(EXPECTED);
  }

  @Test
  void goesByPositionIfTrainingHadNoNames() {
    assertThat(read(numbered, "size;colour;age", "1.5;red;30", "2.5;blue;40"))
        .containsExactly(EXPECTED);
  }

  @Test
  void readsOneRow() {
    assertThat(read(named, "1.5,red,30")).containsExactly(1.5f, 0, 1, 30);
    assertThat(read(named, "size,colour,age", "1.5,red,30")).containsExactly(1.5f, 0, 1, 30);
  }

  @Test
  void missingValuesAreMedianAndNoCategory() {
    float[] encoded = read(named, "size,colour,age", ",?,NA", "1,red,2");
    assertThat(encoded[0]).isBetween(1f, 4f);
    assertThat(encoded[1]).isZero();
    assertThat(encoded[2]).isZero();
    assertThat(encoded[3]).isBetween(10f, 70f);
  }

  @Test
  void unknownCategoriesAreNoCategoryWithAWarning() {
    RawRows rows =
        named.readForPrediction(
            csv.write(
                "size,colour,age",
                "1,pink,2",
                "1,red,2",
                "1,grey,3",
                "2,pink,3",
                "2,lime,4",
                "2,gold,4"));
    assertThat(named.encode(rows).features().getRow(0).toFloatVector()).containsExactly(1, 0, 0, 2);
    assertThat(rows.rows()).isEqualTo(6);
    assertThat(rows.warnings())
        .containsExactly(
            "column 'colour' (number 2): 5 rows have a category that was not there in training, such as 'pink', 'grey', 'lime'; they count as having none");
  }

  @Test
  void numbersAreTheSameCategoryHoweverWritten() {
    csv.write("code,y", "1,a", "2,b", "1,a", "2,b");
    Preprocessing preprocessing = fit(Csv.withCategorical(csv.source(), "code"));
    RawRows rows = preprocessing.readForPrediction(csv.write("code,y", "1.0,a", "2e0,b"));
    assertThat(rows.warnings()).isEmpty();
    assertThat(preprocessing.encode(rows).features().ravel().toFloatVector())
        .containsExactly(1, 0, 0, 1);
  }

  @Test
  void readsImages() {
    csv.write("a,1,2,3,4", "b,5,6,7,8", "a,1,2,3,4", "b,5,6,7,8");
    Preprocessing preprocessing =
        fit(Csv.withLabel(Csv.withShape(csv.source(), InputShape.image(1, 2, 2)), "1"));
    RawRows rows = preprocessing.readForPrediction(csv.write("1,2,3,4"));
    INDArray encoded = preprocessing.encode(rows).features();
    assertThat(encoded.shape()).containsExactly(1, 2, 1, 2);
    assertThat(encoded.ravel().toFloatVector()).containsExactly(1, 3, 2, 4);
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    csv.write("y,p0,p1,p2,p3", "a,1,2,3,4", "b,5,6,7,8", "a,1,2,3,4", "b,5,6,7,8");
    Preprocessing square = fit(Csv.withLabel(square(), "y"));
    String refused =
        "data.csv: has the column 'p4', which is none of the 4 pixels of images of [2, 2, 1]; images of another size are not read";

    assertThat(error(square, "y,p0,p1,p2,p3,p4,p5", "a,1,2,3,4,5,6")).isEqualTo(refused);
    assertThat(error(square, "p0,p1,p2,p3,p4,p5", "1,2,3,4,5,6")).isEqualTo(refused);
    assertThat(error(square, "p0,p1,p2,p3,p4", "1,2,3,4,5")).isEqualTo(refused);
    RawRows rows =
        square.readForPrediction(csv.write("source,p3,p2,p1,p0,y", "x1,4,3,2,1,a", "x2,8,7,6,5,b"));
    assertThat(rows.rows()).as("other columns are let be").isEqualTo(2);
  }

  @Test
  void aLabelOrIgnoredColumnMayBeCalledLikeAPixel() {
    String[] lines = {
      "p0,p1,p2,p3,p4,p5", "1,2,3,4,9,a", "5,6,7,8,9,b", "1,2,3,4,9,a", "5,6,7,8,9,b"
    };
    csv.write(lines);
    Preprocessing square = fit(Csv.withLabel(Csv.withIgnored(square(), "p4"), "p5"));

    assertThat(square.readForPrediction(csv.write(lines)).rows()).isEqualTo(4);
  }

  private DataSource square() {
    return Csv.withShape(csv.source(), InputShape.image(2, 2, 1));
  }

  private String error(Preprocessing preprocessing, String... lines) {
    csv.write(lines);
    return csv.error(() -> preprocessing.readForPrediction(csv.file()));
  }

  @Test
  void saysWhichColumnIsNotThere() {
    assertThat(error(named, "siz,colour,age", "1,red,2"))
        .isEqualTo(
            "data.csv: there is no column 'size' that the model learnt from (did you mean 'siz'?); the 3 columns are siz, colour, age");
  }

  @Test
  void saysHowManyColumnsAreNeeded() {
    assertThat(error(named, "1,2"))
        .isEqualTo(
            "data.csv: has 2 columns without names that the model knows; needed are 5 as in training, 4 without the label, or the 3 features");
  }

  @Test
  void saysWhatIsNotANumber() {
    assertThat(error(named, "size,colour,age", "1,red,2", "big,red,2"))
        .isEqualTo(
            "data.csv, line 3: column 'size' (number 1): 'big' is not a number; allowed is a number such as -1.5 or 2e3, or nothing, NA, N/A, NaN, null or ? for a missing value");
    assertThat(error(numbered, "1,red,2", "1,red,1e40"))
        .isEqualTo(
            "data.csv, line 2: column 3: '1e40' is too large; numbers go up to 3.4028235E38");
  }

  @Test
  void saysThatThereIsNothing() {
    assertThat(error(named, "size,colour,age")).isEqualTo("data.csv: has a header, but no rows");
    assertThat(error(named, "size,colour,age", "1,red"))
        .isEqualTo("data.csv, line 2: has 2 cells, but the first line has 3 (separator comma)");
  }

  @Test
  void refusesRowsThatAnotherHasRead() {
    RawRows rows = named.readForPrediction(csv.write("1,red,2"));
    assertThatThrownBy(() -> numbered.encode(rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these rows were read for another preprocessing");
  }
}
