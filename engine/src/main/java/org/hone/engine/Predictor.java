package org.hone.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Goal;
import org.hone.engine.data.Preprocessing;
import org.hone.engine.data.RawRows;
import org.hone.engine.training.SavedModel;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A saved model that scores raw rows: they are preprocessed as the rows were that it learnt from.
 * Thread-safe; calls take turns at the network.
 */
public final class Predictor {
  private static final double LIKELY = 0.5;

  private final SavedModel model;
  private final Preprocessing preprocessing;

  private Predictor(SavedModel model, Preprocessing preprocessing) {
    this.model = model;
    this.preprocessing = preprocessing;
  }

  /**
   * Reads a {@code model.zip} of {@code hone tune}.
   *
   * @throws IllegalArgumentException if it is none, or cannot be read
   */
  public static Predictor load(Path model) {
    SavedModel saved = SavedModel.load(model);
    try {
      return new Predictor(saved, Preprocessing.fromJson(saved.preprocessing()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: not a model that can be read (%s)".formatted(model, e.getMessage()), e);
    }
  }

  /**
   * Writes the model as {@code ComputationGraph.load} of Deeplearning4j reads it, all weights in
   * single precision, and as this class does, replacing the file. Only a quantized model differs by
   * it from the file it was read from.
   *
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    model.save(file);
  }

  /** What is predicted. */
  public Goal goal() {
    return preprocessing.goal();
  }

  /** What is predicted, by the names of its columns in training. */
  public List<String> labels() {
    return preprocessing.labels();
  }

  /** The classes or labels that have a probability, in order; empty where numbers are predicted. */
  public List<String> classes() {
    return preprocessing.classes();
  }

  /** The columns that predictions are made from, in order; empty if they are made from no table. */
  public List<String> columns() {
    return List.copyOf(preprocessing.columns().keySet());
  }

  /**
   * Reads rows of the kind that the model learnt from: a CSV file, with or without labels, or a
   * file or folder.
   *
   * @throws org.hone.engine.data.DataException if they cannot be read, or lack a column
   */
  public RawRows read(Path source) {
    return preprocessing.readForPrediction(source);
  }

  /**
   * The rows of a file or folder, in its order.
   *
   * @throws org.hone.engine.data.DataException as {@link #read}
   */
  public List<Prediction> predict(Path source) {
    return predict(read(source));
  }

  /**
   * Rows that have been read by this predictor.
   *
   * @throws IllegalArgumentException if another one has read them
   */
  public List<Prediction> predict(RawRows rows) {
    float[] outputs = outputs(preprocessing.inputs(preprocessing.encode(rows)));
    int width = preprocessing.outputs();
    List<Prediction> predictions = new ArrayList<>();
    for (int from = 0; from < outputs.length; from += width) {
      predictions.add(prediction(Arrays.copyOfRange(outputs, from, from + width)));
    }
    return Collections.unmodifiableList(predictions);
  }

  /**
   * Rows of a table, each a text by column as it would stand in a CSV file.
   *
   * @throws org.hone.engine.data.DataException if a row lacks a column, or has text where a number
   *     is needed
   * @throws IllegalArgumentException if the model learnt from something else than a table
   */
  public List<Prediction> predict(List<Map<String, String>> rows) {
    return rows.isEmpty() ? List.of() : predict(preprocessing.rows(rows));
  }

  /** One row, as {@link #predict(List)}. */
  public Prediction predict(Map<String, String> row) {
    return predict(List.of(row)).get(0);
  }

  /** Row by row. The network is for one thread at a time. */
  private synchronized float[] outputs(Inputs inputs) {
    INDArray predictions = preprocessing.predictions(model.predict(inputs));
    return predictions.dup('c').reshape(predictions.length()).toFloatVector();
  }

  private Prediction prediction(float[] outputs) {
    Map<String, Double> values = new LinkedHashMap<>();
    List<String> names = goal() == Goal.REGRESSION ? labels() : classes();
    for (int i = 0; i < outputs.length; i++) {
      values.put(names.get(i), (double) outputs[i]);
    }
    return switch (goal()) {
      case CLASSIFICATION -> new Prediction.OfClass(most(outputs), values);
      case MULTI_LABEL -> new Prediction.OfLabels(likely(outputs), values);
      case REGRESSION -> new Prediction.OfNumbers(values);
    };
  }

  private String most(float[] probabilities) {
    int most = 0;
    for (int i = 1; i < probabilities.length; i++) {
      most = probabilities[i] > probabilities[most] ? i : most;
    }
    return classes().get(most);
  }

  private Set<String> likely(float[] probabilities) {
    Set<String> likely = new LinkedHashSet<>();
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > LIKELY) {
        likely.add(classes().get(i));
      }
    }
    return likely;
  }
}
