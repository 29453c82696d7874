package org.hone.plugins;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.Update;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.engine.metrics.Metrics;
import org.hone.search.space.Direction;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A training in which something goes wrong that a technique is there to mend, judged by its error
 * on validation rows: what the metric says, or what it leaves to 1 where more is better. A training
 * that diverges has an infinite one. Means are over seeds 1 to 3.
 */
public final class Planted {
  private static final int SEEDS = 3;

  private final Task task;
  private final Recipe plain;
  private final Recipe other;
  private final int epochs;
  private OptionalDouble without = OptionalDouble.empty();

  private Planted(Task task, Recipe plain, Recipe other, int epochs) {
    this.task = task;
    this.plain = plain;
    this.other = other;
    this.epochs = epochs;
  }

  /** The task's network in shuffled batches. */
  public static Planted of(Task task, int batch, IUpdater updater, int epochs) {
    Recipe plain = Recipe.of(Feed.shuffled(batch), task.network(), Update.of(updater));
    return new Planted(task, plain, plain, epochs);
  }

  /**
   * A task without test rows.
   *
   * @param metric the id of a metric
   */
  public static Task task(
      Goal goal, InputShape input, Architecture plan, Examples training, Examples validation) {
    int outputs = (int) training.labels().size(1);
    return new Task(
        goal,
        input,
        outputs,
        training,
        validation,
        Optional.empty(),
        Scaling.none(),
        Trial.ENGINE.generate(plan, input, goal, outputs),
        Metrics.usualFor(goal),
        Synonyms.none());
  }

  /** The task judged by another metric. */
  public static Task judgedBy(String metric, Task task) {
    return new Task(
        task.goal(),
        task.input(),
        task.outputs(),
        task.training(),
        task.validation(),
        task.test(),
        task.scaling(),
        task.network(),
        Metrics.named(metric, task.goal()),
        Synonyms.none());
  }

  /** The same with something else in every training. */
  public Planted always(UnaryOperator<Recipe> edit) {
    return new Planted(task, edit.apply(plain), edit.apply(other), epochs);
  }

  /** The same compared with something else than nothing. */
  public Planted against(UnaryOperator<Recipe> edit) {
    return new Planted(task, plain, edit.apply(other), epochs);
  }

  /** The same with a technique in every training. */
  public Planted always(Technique technique, Map<String, ?> strengths) {
    return always(recipe -> Trial.with(technique, recipe, task, strengths));
  }

  /** The error with the technique. */
  double with(Technique technique, Map<String, ?> strengths) {
    return mean(Trial.with(technique, plain, task, strengths));
  }

  /** The error without. */
  double without() {
    if (without.isEmpty()) {
      without = OptionalDouble.of(mean(other));
    }
    return without.getAsDouble();
  }

  private double mean(Recipe recipe) {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> Trial.ENGINE.train(recipe, task, RecordedTerms.of(seed, epochs)))
        .mapToDouble(this::error)
        .average()
        .orElseThrow();
  }

  private double error(TrainingResult result) {
    if (result.score().isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double score = result.score().getAsDouble();
    return task.objective().direction() == Direction.MINIMIZE ? score : 1 - score;
  }
}
