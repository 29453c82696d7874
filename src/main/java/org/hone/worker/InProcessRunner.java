package org.hone.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.hone.agent.Artifact;
import org.hone.agent.Assembly;
import org.hone.agent.TaskSource;
import org.hone.agent.TeacherModel;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.agent.Version;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainedModel;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;
import org.hone.engine.data.Prepared;
import org.hone.engine.metrics.Cost;
import org.hone.engine.training.ModelArchive;
import org.hone.search.storage.StorageException;

/**
 * Runs trials in this process, on the calling thread. The data are read once, whatever the number
 * of trials, and splits are kept for the next ones.
 */
public final class InProcessRunner implements TrialRunner {
  private static final List<String> COSTS = List.of(Cost.TRAINING_TIME.id(), Cost.MODEL_SIZE.id());

  private final TrainingEngine engine;
  private final TaskSource source;
  private final Assembly assembly;
  private final Map<Development, Prepared> splits;
  private final Map<String, TeacherModel> teachers = new ConcurrentHashMap<>();
  private final AtomicBoolean warm = new AtomicBoolean();
  private final SoftLabels softLabels = new SoftLabels(SoftLabels.MOST_BYTES);

  /** Runs points of the assembly's space on the source's tasks. */
  public InProcessRunner(TrainingEngine engine, TaskSource source, Assembly assembly) {
    this.engine = engine;
    this.source = source;
    this.assembly = assembly;
    this.splits = new RecentSplits(source.folds() + 1);
  }

  /** Those that were used last: a large one is not kept for ever. */
  private static final class RecentSplits extends LinkedHashMap<Development, Prepared> {
    private static final long serialVersionUID = 1;

    private final int most;

    RecentSplits(int most) {
      super(2 * most, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Development, Prepared> eldest) {
      return size() > most;
    }
  }

  @Override
  public String engine() {
    return engine.name();
  }

  @Override
  public String device() {
    return engine.device();
  }

  @Override
  public TrialReport run(TrialOrder order, Observer observer) {
    try {
      ObservedTerms terms =
          new ObservedTerms(order, source.epochs(), figures(order), observer, deadline());
      TrainingResult result = train(order, terms);
      return result.status() == TrainingResult.Status.STOPPED && terms.isLate()
          ? TrialReport.failed(tookLonger(source.trialTimeout()), List.of())
          : TrialReport.of(result);
    } catch (StorageException e) {
      // the observer's trouble is not the trial's
      throw e;
    } catch (Exception | Error e) {
      // whatever a technique does wrong ends its own trial only
      return failed(e);
    }
  }

  /** Where recipes are confirmed, what they cost is measured too. */
  private List<String> figures(TrialOrder order) {
    return order.test()
        ? Stream.concat(source.figures().stream(), COSTS.stream()).distinct().toList()
        : source.figures();
  }

  private long deadline() {
    return System.nanoTime() + source.trialTimeout().toNanos();
  }

  /** Why a trial was given up. */
  static String tookLonger(Duration timeout) {
    return "it took longer than %s s (study.trial-timeout)".formatted(timeout.toSeconds());
  }

  private TrainingResult train(TrialOrder order, ObservedTerms terms) throws IOException {
    if (order.subject().kind() == TrialOrder.Subject.Kind.TEACHER) {
      return trainOnce(order, order.subject().fold(), source.teacher(), terms);
    }
    Recipe recipe = assembly.recipe(source.baseline(), order.point());
    terms.observer().began(source.text(assembly.strengths(order.point()), recipe));
    warmUp(order, terms);
    return order.test() || source.folds() == 1
        ? trainOnce(order, source.folds() - 1, recipe, terms)
        : trainEachFold(order, recipe, terms);
  }

  /**
   * Where times are an objective, the first training of a process does not pay for loading and
   * compiling what all others use: the baseline is trained once before, for nobody.
   */
  private void warmUp(TrialOrder order, Terms terms) {
    if (source.figures().contains(Cost.TRAINING_TIME.id()) && warm.compareAndSet(false, true)) {
      Prepared split = split(new Development(order.developmentSeed(), source.folds() - 1));
      engine.train(source.baseline(), source.task(split, false), WarmUpTerms.of(terms));
    }
  }

  /** Goes on as long as folds complete; those that did before the trial was cut off stay. */
  private TrainingResult trainEachFold(TrialOrder order, Recipe recipe, ObservedTerms terms)
      throws IOException {
    FoldMean mean = new FoldMean();
    for (int fold = 0; fold < source.folds(); fold++) {
      FoldTerms ofFold = new FoldTerms(terms, fold);
      Optional<FinishedFold> kept = kept(ofFold, recipe, order);
      Optional<Path> model = order.modelOfFold(fold, source.folds());
      Optional<TrialReport> before =
          kept.flatMap(FinishedFold::read).filter(report -> model.stream().allMatch(Files::exists));
      if (before.isPresent()) {
        mean.add(before.get());
        continue;
      }
      Development rows = new Development(order.developmentSeed(), fold);
      Prepared split = split(rows);
      TrainingResult result =
          engine.train(recipe, source.task(split, false), taught(order, rows, ofFold));
      if (result.status() != TrainingResult.Status.COMPLETED) {
        return result;
      }
      save(result, model, split);
      TrialReport report = TrialReport.of(result);
      kept.ifPresent(file -> keep(file, report, terms));
      mean.add(report);
    }
    return mean.result();
  }

  private Optional<FinishedFold> kept(FoldTerms fold, Recipe recipe, TrialOrder order) {
    String training =
        "Hone %s, %s, seed %d, rows %s of seed %d, teacher %s, %s"
            .formatted(
                Version.text(),
                engine.name(),
                fold.seed(),
                source.dataHash(),
                order.developmentSeed(),
                order.teachers().ofFold(fold.fold()).map(Artifact::sha256).orElse("none"),
                source.text(assembly.strengths(order.point()), recipe));
    return fold.checkpointing().map(own -> FinishedFold.after(own.file(), training));
  }

  private static void keep(FinishedFold file, TrialReport report, Terms terms) {
    try {
      file.write(report);
    } catch (IOException e) {
      terms.note("a finished fold could not be written down: " + e.getMessage());
    }
  }

  /** Teachers are read once; what they say is said in the scale of the split, and kept. */
  private Terms taught(TrialOrder order, Development rows, Terms terms) {
    return order
        .teachers()
        .ofFold(rows.fold())
        .<Terms>map(
            artifact ->
                new TaughtTerms(
                    terms,
                    inputs -> teacher(artifact, split(rows)).predict(inputs),
                    softLabels,
                    new SoftLabels.Lesson(artifact.sha256(), rows)))
        .orElse(terms);
  }

  private Inference teacher(Artifact artifact, Prepared split) {
    return teachers
        .computeIfAbsent(artifact.sha256(), hash -> TeacherModel.load(artifact, engine, source))
        .inScaleOf(split.preprocessing());
  }

  private synchronized Prepared split(Development rows) {
    return splits.computeIfAbsent(rows, one -> source.split(one.seed(), one.fold()));
  }

  private TrainingResult trainOnce(TrialOrder order, int fold, Recipe recipe, Terms terms)
      throws IOException {
    Development rows = new Development(order.developmentSeed(), fold);
    Prepared split = split(rows);
    TrainingResult result =
        engine.train(recipe, source.task(split, order.test()), taught(order, rows, terms));
    save(result, order.model(), split);
    return result;
  }

  private static void save(TrainingResult result, Optional<Path> file, Prepared split)
      throws IOException {
    if (file.isPresent() && result.model().isPresent()) {
      save(result.model().get(), file.get(), split);
    }
  }

  /** The file is there as a whole or not at all. */
  private static void save(TrainedModel model, Path file, Prepared split) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      model.save(next);
      ModelArchive.addPreprocessing(next, split.preprocessing().toJson());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static TrialReport failed(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return TrialReport.failed(message == null ? name : name + ": " + message.strip(), List.of());
  }
}
