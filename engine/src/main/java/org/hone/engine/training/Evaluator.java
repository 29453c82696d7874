package org.hone.engine.training;

import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.training.Examples;
import org.hone.api.training.Metric;
import org.hone.api.training.Task;
import org.hone.engine.metrics.Metrics;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Looks at rows that are not trained on, with the network's own loss and the task's objective. */
final class Evaluator {
  private static final int ROWS_AT_ONCE = 512;

  private final Task task;
  private final Metric loss;
  private final Inputs inputs;
  private final boolean scaled;
  private final INDArray rawLabels;
  private final INDArray labels;

  Evaluator(Task task, Examples examples) {
    this(task, examples, BatchFeed.MOST_SCALED_BYTES);
  }

  /**
   * @param mostScaledBytes of features that are kept scaled; more are scaled in each evaluation
   */
  Evaluator(Task task, Examples examples, long mostScaledBytes) {
    this.task = task;
    this.loss = Metrics.lossOf(task.goal());
    INDArray features = examples.features();
    this.scaled = features.length() * features.dataType().width() <= mostScaledBytes;
    this.inputs = scaled ? task.scaling().inputs(examples.inputs()) : examples.inputs();
    this.rawLabels = examples.labels();
    this.labels = task.scaling().labels(examples.labels());
  }

  Evaluation evaluate(Inference model) {
    INDArray predictions = predict(model);
    double score = task.objective().compute(task.scaling().predictions(predictions), rawLabels);
    return new Evaluation(loss.compute(predictions, labels), score);
  }

  /** Another metric than the objective. */
  double measure(Metric metric, Inference model) {
    INDArray predictions = task.scaling().predictions(predict(model));
    return metric.compute(predictions, rawLabels);
  }

  /** The first rows, scaled; fewer if there are not so many. */
  Inputs first(int rows) {
    Inputs first = inputs.rows(0, Math.min(rows, inputs.rows()));
    return scaled ? first : task.scaling().inputs(first);
  }

  private INDArray predict(Inference model) {
    return scaled
        ? predict(model, inputs)
        : predict(piece -> model.predict(task.scaling().inputs(piece)), inputs);
  }

  /** Predictions in pieces, so that memory does not grow with the number of rows. */
  static INDArray predict(Inference model, Inputs inputs) {
    int rows = inputs.rows();
    INDArray[] pieces = new INDArray[(rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE];
    for (int i = 0; i < pieces.length; i++) {
      int from = i * ROWS_AT_ONCE;
      pieces[i] = model.predict(inputs.rows(from, Math.min(rows, from + ROWS_AT_ONCE)));
    }
    return pieces.length == 1 ? pieces[0] : Nd4j.vstack(pieces);
  }
}
