package org.hone.engine.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Scaling;
import org.hone.engine.data.file.DataFile;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The way from the rows of a file to network inputs, and from predictions back; fitted on training
 * rows only. Immutable.
 *
 * <ul>
 *   <li>Encoding: a missing number becomes the training rows' median of its column. A category
 *       becomes as many inputs as the training file has categories in that column, 1 for its own;
 *       all are 0 if it is missing, or not among them.
 *   <li>Scaling: a column of numbers is scaled by the {@link ScalingMethod} of its source, to 0 if
 *       it is constant in training. One-hot inputs stay. All pixels of a channel of an image are
 *       scaled together. Regression targets are standardised, each by itself.
 * </ul>
 */
public final class Preprocessing implements Scaling {
  private static final String NOT_JSON = "this is not the JSON of a preprocessing: ";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Fitted fitted;
  private final UnaryOperator<INDArray> scaling;

  Preprocessing(Fitted fitted) {
    this.fitted = fitted;
    this.scaling = fitted.features().scaling();
  }

  Fitted fitted() {
    return fitted;
  }

  /** What is predicted. */
  public Goal goal() {
    return fitted.goal();
  }

  /** The shape of one row after encoding. */
  public InputShape input() {
    return fitted.features().input();
  }

  /** How many outputs a network needs: one per class, per label, or per number. */
  public int outputs() {
    return fitted.label().outputs();
  }

  /** The class or label whose probability each output is, in order; empty for regression. */
  public List<String> classes() {
    return fitted.label().classes();
  }

  /** What is predicted, by the names of its columns. */
  public List<String> labels() {
    return fitted.label().columns();
  }

  /** The columns that predictions are made from, in order; empty if they are no table's. */
  public Map<String, Column.Kind> columns() {
    return fitted.features().columns();
  }

  /**
   * Reads rows to predict. Columns go by name if this file and the one of training have a header,
   * whatever their order, and others are let be. Else they go by position: as in the training file,
   * or the same without the label, or only the columns that predictions are made from.
   *
   * @throws DataException if the file cannot be read, or lacks a column, or has text where numbers
   *     are needed
   */
  public RawRows readForPrediction(Path file) {
    return fitted.features().read(new DataFile(file));
  }

  /**
   * Takes rows to predict, each a text by column as it would stand in a CSV file.
   *
   * @throws DataException if a row lacks a column, or has text where a number is needed
   * @throws IllegalArgumentException if predictions are made from no table
   */
  public RawRows rows(List<Map<String, String>> rows) {
    return fitted.features().read(rows);
  }

  /**
   * What a network sees of rows before {@link #inputs} scales it. They must be read by this object,
   * or an equal one.
   *
   * @throws IllegalArgumentException if they were not
   */
  public Inputs encode(RawRows rows) {
    if (!rows.coding().equals(fitted.features())) {
      throw new IllegalArgumentException("these rows were read for another preprocessing");
    }
    return rows.inputs();
  }

  @Override
  public INDArray features(INDArray raw) {
    return scaling.apply(raw);
  }

  @Override
  public INDArray labels(INDArray raw) {
    return scaled()
        ? raw.subRowVector(of(Scale::center)).muliRowVector(of(Scale::factor))
        : raw.dup();
  }

  @Override
  public INDArray predictions(INDArray scaled) {
    return scaled()
        ? scaled.mulRowVector(of(Scale::spread)).addiRowVector(of(Scale::center))
        : scaled.dup();
  }

  private boolean scaled() {
    return !fitted.label().scales().isEmpty();
  }

  /** By output: [1, outputs]. */
  private INDArray of(ToDoubleFunction<Scale> figure) {
    double[] figures = fitted.label().scales().stream().mapToDouble(figure).toArray();
    return Nd4j.createFromArray(figures).castTo(DataType.FLOAT).reshape(1, figures.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Preprocessing that && that.fitted.equals(fitted);
  }

  @Override
  public int hashCode() {
    return fitted.hashCode();
  }

  /** As text, from which {@link #fromJson} makes an equal one, to the last digit. */
  public String toJson() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fitted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a preprocessing can always be written", e);
    }
  }

  /**
   * From the text of {@link #toJson}.
   *
   * @throws IllegalArgumentException if it is none, or of another version
   */
  public static Preprocessing fromJson(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (!tree.isObject()) {
        throw new IllegalArgumentException(NOT_JSON + tree);
      }
      boolean first = tree.path("version").asInt() == FittedToColumns.VERSION;
      return new Preprocessing(
          first
              ? JSON.treeToValue(tree, FittedToColumns.class).today()
              : JSON.treeToValue(tree, Fitted.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(NOT_JSON + e.getOriginalMessage(), e);
    }
  }
}
