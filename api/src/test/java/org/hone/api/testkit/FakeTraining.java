package org.hone.api.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Decision;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.search.space.Direction;

/** One pretended training of {@link FakeEngine}. */
final class FakeTraining {
  private static final double NOISE = 0.01;
  private static final double HALF_LIFE = 2;
  private static final double LARGEST_RATE = 1e6;

  private final Recipe recipe;
  private final Task task;
  private final Terms terms;
  private final double quality;
  private final long steps;
  private final List<Evaluation> evaluations = new ArrayList<>();

  FakeTraining(Recipe recipe, Task task, Terms terms, double quality) {
    this.recipe = recipe;
    this.task = task;
    this.terms = terms;
    this.quality = quality;
    int batch = recipe.feed().batchSize();
    this.steps = (task.training().rows() + batch - 1L) / batch;
  }

  TrainingResult train() {
    if (rate() > LARGEST_RATE) {
      return TrainingResult.failed(0, "diverged: a learning rate of " + rate());
    }
    while (evaluations.size() < terms.epochs()) {
      for (long step = 0; step < steps; step++) {
        if (terms.stopRequested()) {
          return stopped("stopped on request");
        }
      }
      evaluations.add(evaluate());
      double score = last().score();
      if (terms.report(evaluations.size(), score, readings()) == Decision.STOP) {
        return stopped("stopped after epoch " + evaluations.size());
      }
      if (recipe.stopping().filter(rule -> rule.shouldStop(progress())).isPresent()) {
        return completed(Optional.of("early stop after epoch " + evaluations.size()));
      }
    }
    return completed(Optional.empty());
  }

  private double rate() {
    boolean hasRate = recipe.update().updater().hasLearningRate();
    return hasRate ? recipe.update().updater().getLearningRate(0, 0) : 0;
  }

  private Progress progress() {
    int epoch = evaluations.size();
    return new Progress(epoch, terms.epochs(), epoch * steps, 0, steps, evaluations);
  }

  private Evaluation evaluate() {
    double share = 1 - Math.pow(0.5, (evaluations.size() + 1) / HALF_LIFE);
    double noise = new RandomState(terms.seed() * 31 + evaluations.size()).nextGaussian() * NOISE;
    double goodness = quality * share + noise;
    boolean more = task.objective().direction() == Direction.MAXIMIZE;
    return new Evaluation(1 - goodness, more ? goodness : 1 - goodness);
  }

  private Evaluation last() {
    return evaluations.get(evaluations.size() - 1);
  }

  private Map<String, Double> readings() {
    Map<String, Double> readings = new TreeMap<>();
    readings.put(Meters.TRAIN_LOSS, last().loss());
    readings.put(Meters.VALIDATION_LOSS, last().loss());
    readings.put(Meters.VALIDATION_SCORE, last().score());
    readings.put(Meters.LEARNING_RATE, rate());
    readings.put(Meters.GRADIENT_NORM, last().loss());
    readings.put(Meters.UPDATE_RATIO, rate() * last().loss());
    readings.put(Meters.STEP_SECONDS, 1e-3);
    readings.put(Meters.ROWS_PER_SECOND, recipe.feed().batchSize() * 1e3);
    readings.put(Meters.SKIPPED_STEPS, 0.0);
    readings.put(Meters.MEMORY_BYTES, 1e8);
    return readings;
  }

  private TrainingResult stopped(String reason) {
    OptionalDouble score =
        evaluations.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(last().score());
    return new TrainingResult(
        Status.STOPPED, evaluations.size(), score, Map.of(), Optional.empty(), Optional.of(reason));
  }

  private TrainingResult completed(Optional<String> reason) {
    Map<String, Double> figures = new TreeMap<>();
    figures.put(Meters.VALIDATION_LOSS, last().loss());
    figures.put(Meters.VALIDATION_SCORE, last().score());
    terms.figures().forEach(id -> figures.put(Meters.figure(id), 1 - last().score()));
    task.test().ifPresent(rows -> figures.put(Meters.TEST_SCORE, last().score()));
    return new TrainingResult(
        Status.COMPLETED,
        evaluations.size(),
        OptionalDouble.of(last().score()),
        figures,
        Optional.of(new FakeModel(task.outputs())),
        reason);
  }
}
