package org.hone.engine.training;

import org.hone.api.recipe.Predictor;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.api.training.Task;
import org.hone.engine.metrics.Metrics;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Looks at rows that are not trained on, with the network's own loss and the task's objective. */
final class Evaluator {
  private static final int ROWS_AT_ONCE = 512;

  private final Task task;
  private final Metric loss;
  private final INDArray features;
  private final INDArray rawLabels;
  private final INDArray labels;

  Evaluator(Task task, Examples examples) {
    this.task = task;
    this.loss = Metrics.named(task.goal() == Goal.CLASSIFICATION ? "log-loss" : "mse");
    this.features = task.scaling().features(examples.features());
    this.rawLabels = examples.labels();
    this.labels = task.scaling().labels(examples.labels());
  }

  Evaluation evaluate(Predictor predictor) {
    INDArray predictions = predict(predictor, features);
    double score = task.objective().compute(task.scaling().predictions(predictions), rawLabels);
    return new Evaluation(loss.compute(predictions, labels), score);
  }

  /** Predictions in pieces, so that memory does not grow with the number of rows. */
  static INDArray predict(Predictor predictor, INDArray features) {
    long rows = features.size(0);
    INDArray[] pieces = new INDArray[Math.toIntExact((rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE)];
    for (int i = 0; i < pieces.length; i++) {
      long from = (long) i * ROWS_AT_ONCE;
      long to = Math.min(rows, from + ROWS_AT_ONCE);
      pieces[i] = predictor.predict(features.get(NDArrayIndex.interval(from, to)));
    }
    return pieces.length == 1 ? pieces[0] : Nd4j.vstack(pieces);
  }
}
