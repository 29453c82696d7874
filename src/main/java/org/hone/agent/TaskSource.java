package org.hone.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Update;
import org.hone.api.training.Metric;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.hone.config.ConfigException;
import org.hone.config.DataSettings;
import org.hone.config.Origin;
import org.hone.config.StudyFile;
import org.hone.engine.data.DataSource;
import org.hone.engine.data.Dataset;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.SplitPlan;
import org.hone.engine.metrics.Metrics;
import org.hone.engine.metrics.Objective;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The study's data and baseline, read once: gives a task for every split of the development rows.
 */
public final class TaskSource {
  private final StudyFile file;
  private final Dataset dataset;
  private final Network network;
  private final List<Objective> objectives;

  /**
   * Reads the data.
   *
   * @throws org.hone.engine.data.DataException if the data are unusable
   * @throws ConfigException if network or metric do not fit the data
   */
  public TaskSource(StudyFile file, TrainingEngine engine) {
    this.file = file;
    DataSettings data = file.data();
    dataset =
        Dataset.read(
            new DataSource(
                data.file(),
                data.label(),
                data.ignore(),
                data.goal(),
                data.form(),
                data.categorical()));
    objectives = findObjectives();
    try {
      network = engine.generate(file.network(), dataset.input(), dataset.goal(), dataset.outputs());
    } catch (IllegalArgumentException e) {
      throw ConfigException.at(Origin.of("network"), String.valueOf(e.getMessage()));
    }
  }

  private String goal() {
    return dataset.goal().name().toLowerCase(Locale.ROOT);
  }

  private List<Objective> findObjectives() {
    if (file.objectives().isEmpty()) {
      return List.of(Objective.of(Metrics.usualFor(dataset.goal())));
    }
    String key = file.objectives().size() == 1 ? "objective.metric" : "objectives";
    return file.objectives().stream().map(id -> findObjective(id, key)).toList();
  }

  private Objective findObjective(String id, String key) {
    return Objective.find(id, dataset.goal())
        .orElseThrow(
            () ->
                ConfigException.at(
                    Origin.of(key),
                    "'%s' does not fit %s; allowed: %s"
                        .formatted(id, goal(), String.join(", ", fittingMetrics()))));
  }

  private List<String> fittingMetrics() {
    return Metrics.fitting(dataset.goal()).stream().map(Metric::id).toList();
  }

  /** The rows. */
  public Dataset dataset() {
    return dataset;
  }

  /** What the study aims at, the metric that epochs and recipes are compared by first. */
  public List<Objective> objectives() {
    return objectives;
  }

  /** What epochs and recipes are compared by. */
  public Metric metric() {
    return objectives.get(0).metric().orElseThrow();
  }

  /** What an engine has to measure of a finished training beside the metric, by id. */
  public List<String> figures() {
    return objectives.stream().skip(1).map(Objective::id).toList();
  }

  /**
   * The rows split, with preprocessing fitted on the training part. Test rows are the same for
   * every seed.
   */
  public Prepared split(long developmentSeed) {
    DataSettings data = file.data();
    return dataset.prepare(
        new SplitPlan(data.validation(), data.test(), file.study().seed(), developmentSeed));
  }

  /** The task on a split. */
  public Task task(Prepared split, boolean test) {
    return new Task(
        dataset.goal(),
        dataset.input(),
        dataset.outputs(),
        split.training(),
        split.validation(),
        test ? split.test() : Optional.empty(),
        split.preprocessing(),
        network,
        metric());
  }

  /** How the network is trained without techniques. */
  public Recipe baseline() {
    return Recipe.of(
        Feed.shuffled(file.training().batchSize()),
        network,
        Update.of(new Adam(file.training().learningRate())));
  }

  /** A recipe as people read it. */
  public String text(Map<String, Map<String, Object>> techniques, Recipe recipe) {
    return RecipeText.of(techniques, file.training(), Optional.of(recipe));
  }

  /** The budget of a training. */
  public int epochs() {
    return file.training().epochs();
  }

  /** After which a training is given up. */
  public Duration trialTimeout() {
    return file.study().trialTimeout();
  }

  /** The task in a few lines, for people. */
  public List<String> describe(Prepared split) {
    List<String> lines = new ArrayList<>();
    lines.add("%s of %s from %s".formatted(goal(), dataset.label(), file.data().source()));
    lines.add(
        "%d rows: %d to train, %d to validate, %d to test"
            .formatted(
                dataset.rows(),
                split.training().rows(),
                split.validation().rows(),
                split.test().map(rows -> rows.rows()).orElse(0)));
    lines.add(
        "%s, %s"
            .formatted(
                inputs(),
                dataset.classes().isEmpty()
                    ? "%d target(s)".formatted(dataset.outputs())
                    : "%d classes".formatted(dataset.outputs())));
    return lines;
  }

  private String inputs() {
    List<Integer> sizes = dataset.input().sizes();
    return dataset.columns().isEmpty()
        ? "%s input %s".formatted(dataset.input().kind().id(), sizes)
        : "%d columns, input %s".formatted(dataset.columns().size(), sizes);
  }
}
