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
import org.hone.api.training.Examples;
import org.hone.api.training.Metric;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.hone.config.ConfigException;
import org.hone.config.DataSettings;
import org.hone.config.ModelFile;
import org.hone.config.NamedFile;
import org.hone.config.Origin;
import org.hone.config.Parts;
import org.hone.config.StudyFile;
import org.hone.config.TeacherSettings;
import org.hone.engine.data.DataSource;
import org.hone.engine.data.Dataset;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.Roles;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.split.SplitPlan;
import org.hone.engine.metrics.Metrics;
import org.hone.engine.metrics.Objective;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The study's data and baseline, read once: gives a task for every split of the development rows.
 */
public final class TaskSource {
  private final StudyFile file;
  private final Optional<SharedSplits> shared;
  private final Outline outline;
  private final Network network;
  private final List<Objective> objectives;
  private final Optional<Network> teacher;
  private Optional<Dataset> dataset = Optional.empty();

  /**
   * Reads the data.
   *
   * @throws org.hone.engine.data.file.DataException if the data are unusable
   * @throws ConfigException if network or metric do not fit the data
   */
  public TaskSource(StudyFile file, TrainingEngine engine) {
    this(file, engine, Optional.empty());
  }

  /**
   * Takes splits from where processes share them, and reads the data only if one is not there.
   *
   * @throws org.hone.engine.data.file.DataException if the data are unusable
   * @throws ConfigException if network or metric do not fit the data
   */
  public TaskSource(StudyFile file, TrainingEngine engine, Optional<SharedSplits> shared) {
    this.file = file;
    this.shared = shared;
    SplitPlan first = plan(developmentSeed(), folds() - 1);
    outline =
        shared
            .flatMap(splits -> splits.open(file.data(), first))
            .map(split -> Outline.of(split.preprocessing()))
            .orElseGet(() -> Outline.of(dataset()));
    objectives = findObjectives();
    network = file.network().make(engine, outline.input(), outline.goal(), outline.outputs());
    teacher =
        file.teacher()
            .flatMap(TeacherSettings::network)
            .map(plan -> plan.make(engine, outline.input(), outline.goal(), outline.outputs()));
  }

  private static Dataset read(DataSettings data) {
    try {
      return Dataset.read(
          new DataSource(
              data.file(),
              data.roles(),
              data.goal(),
              data.form(),
              data.scaling(),
              data.parts().validation().file(),
              data.parts().test().file(),
              data.synonyms().map(NamedFile::path)));
    } catch (DataException e) {
      throw e.purpose().<RuntimeException>map(key -> placed(key, e)).orElse(e);
    }
  }

  /** A column that the study file names is not there, or a file cannot serve. */
  private static ConfigException placed(String key, DataException problem) {
    return ConfigException.at(Origin.ofKey("data." + key), String.valueOf(problem.getMessage()));
  }

  private String goal() {
    return outline.goal().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<Objective> findObjectives() {
    if (file.objectives().isEmpty()) {
      return List.of(Objective.of(Metrics.usualFor(outline.goal())));
    }
    String key = file.objectives().size() == 1 ? "objective.metric" : "objectives";
    return file.objectives().stream().map(id -> findObjective(id, key)).toList();
  }

  private Objective findObjective(String id, String key) {
    return Objective.find(id, outline.goal())
        .orElseThrow(
            () ->
                ConfigException.at(
                    Origin.ofKey(key),
                    "'%s' does not fit %s; allowed: %s"
                        .formatted(id, goal(), String.join(", ", fittingMetrics()))));
  }

  private List<String> fittingMetrics() {
    return Metrics.fitting(outline.goal()).stream().map(Metric::id).toList();
  }

  /**
   * The rows, which are read now if they were not before.
   *
   * @throws UserException if they are others than those of the shared splits
   */
  public synchronized Dataset dataset() {
    if (dataset.isEmpty()) {
      Dataset read = read(file.data());
      if (shared.filter(splits -> !splits.data().equals(read.sha256())).isPresent()) {
        throw new UserException("the data have changed since the study went on");
      }
      dataset = Optional.of(read);
    }
    return dataset.orElseThrow();
  }

  /** What is the same for every split. */
  Outline outline() {
    return outline;
  }

  /** Hash of the data. */
  public String dataHash() {
    return shared.map(SharedSplits::data).orElseGet(() -> dataset().sha256());
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
   * every seed. With folds the last one validates: by time that is the one that follows all others.
   */
  public Prepared split(long developmentSeed) {
    return split(developmentSeed, folds() - 1);
  }

  /**
   * The rows split so that one of the folds validates.
   *
   * @param fold from 0; without folds there is one
   */
  public Prepared split(long developmentSeed, int fold) {
    SplitPlan plan = plan(developmentSeed, fold);
    return shared
        .flatMap(splits -> splits.open(file.data(), plan))
        .orElseGet(() -> dataset().prepare(plan));
  }

  /** How the rows are split so that one of the folds validates. */
  public SplitPlan plan(long developmentSeed, int fold) {
    Parts parts = file.data().parts();
    SplitPlan plan =
        new SplitPlan(
            parts.validation().share(), parts.test().share(), file.study().seed(), developmentSeed);
    return parts.folds().isPresent()
        ? plan.withFold(new SplitPlan.Fold(fold, parts.folds().getAsInt()))
        : plan;
  }

  /** How the search splits the rows that are not test rows; confirmations do otherwise. */
  public long developmentSeed() {
    return new Seeds(file.study().seed()).development();
  }

  /** How many trainings make a trial of the search, each validated by another fold. */
  public int folds() {
    return file.data().parts().folds().orElse(1);
  }

  /** The task on a split. */
  public Task task(Prepared split, boolean test) {
    return new Task(
        outline.goal(),
        outline.input(),
        outline.outputs(),
        split.training(),
        split.validation(),
        test ? split.test() : Optional.empty(),
        split.preprocessing(),
        network,
        metric(),
        split.synonyms());
  }

  /** How the network is trained without techniques. */
  public Recipe baseline() {
    return plainly(network);
  }

  /**
   * How the network that becomes the teacher is trained: as the other without techniques.
   *
   * @throws IllegalStateException if the study trains no teacher
   */
  public Recipe teacher() {
    return plainly(
        teacher.orElseThrow(() -> new IllegalStateException("the study trains no teacher")));
  }

  private Recipe plainly(Network untrained) {
    return Recipe.of(
        Feed.shuffled(file.training().batchSize()),
        untrained,
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
    lines.add(
        "%s of %s from %s"
            .formatted(goal(), String.join(", ", outline.labels()), file.data().source()));
    int training = split.training().rows();
    int validation = split.validation().rows();
    int test = split.test().map(Examples::rows).orElse(0);
    lines.add(
        "%d rows: %d to train, %d to validate, %d to test"
            .formatted(training + validation + test, training, validation, test));
    lines.add("%s, %s".formatted(inputs(), outputs()));
    splitting().ifPresent(lines::add);
    Optional.ofNullable(file.network().files().get("network"))
        .ifPresent(own -> lines.add("network of " + own.source()));
    weightsOnOffer().ifPresent(weights -> lines.add("pretrained weights of " + weights));
    file.teacher().ifPresent(one -> lines.add("teacher: " + describe(one)));
    return lines;
  }

  private String describe(TeacherSettings one) {
    if (folds() == 1 || one.files().size() == 1) {
      return one.describe();
    }
    String rows = one.files().isEmpty() ? " on the rows that it trains on" : "";
    return one.describe() + ", one for each fold" + rows;
  }

  private Optional<String> weightsOnOffer() {
    Map<String, ModelFile> files = file.network().files();
    return network
        .pretrained()
        .flatMap(
            weights ->
                Optional.ofNullable(files.getOrDefault("pretrained", files.get("network")))
                    .map(ModelFile::source));
  }

  private String inputs() {
    List<Integer> sizes = outline.input().sizes();
    return outline.columns() == 0
        ? "%s input %s".formatted(outline.input().kind().id(), sizes)
        : "%d columns, input %s".formatted(outline.columns(), sizes);
  }

  private String outputs() {
    return switch (outline.goal()) {
      case CLASSIFICATION -> "%d classes".formatted(outline.outputs());
      case MULTI_LABEL -> "%d labels".formatted(outline.outputs());
      case REGRESSION -> "%d target(s)".formatted(outline.outputs());
    };
  }

  private Optional<String> splitting() {
    Roles roles = file.data().roles();
    List<String> ways = new ArrayList<>();
    roles
        .group()
        .ifPresent(group -> ways.add("rows of the same %s stay together".formatted(group)));
    roles.time().ifPresent(time -> ways.add("split by %s, the latest rows test".formatted(time)));
    if (folds() > 1) {
      ways.add("%d folds: each trial is as many trainings".formatted(folds()));
    }
    roles.weight().ifPresent(weight -> ways.add("rows weighed by %s".formatted(weight)));
    return ways.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", ways));
  }
}
