package org.hone.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hone.api.training.Decision;
import org.hone.api.training.TrainingResult.Status;
import org.hone.config.ModelFile;
import org.hone.config.TeacherSettings;
import org.hone.search.study.Study;

/**
 * What comes before the search: the teacher that the study asks for is there, or is trained; with
 * folds one for each, on the rows that the fold trains on. From then on it is frozen, by the hash
 * of its contents.
 */
final class TeacherPhase {
  private final TuningPlan plan;
  private final TrialRunner runner;
  private final TuningListener listener;
  private final RunFolder folder;
  private final BooleanSupplier stop;

  TeacherPhase(
      TuningPlan plan,
      TrialRunner runner,
      TuningListener listener,
      RunFolder folder,
      BooleanSupplier stop) {
    this.plan = plan;
    this.runner = runner;
    this.listener = listener;
    this.folder = folder;
    this.stop = stop;
  }

  /**
   * The teachers; none if the study has none, or the user stopped their training.
   *
   * @throws UserException if one cannot be trained, or is no longer what it was
   */
  Teachers run(Study study) throws IOException {
    Optional<TeacherSettings> settings = plan.file().teacher();
    List<ModelFile> saved = settings.map(TeacherSettings::files).orElse(List.of());
    if (!saved.isEmpty()) {
      return new Teachers(
          saved.stream().map(model -> new Artifact(model.file(), model.sha256())).toList());
    }
    if (settings.flatMap(TeacherSettings::network).isEmpty()) {
      return Teachers.NONE;
    }
    List<Artifact> teachers = new ArrayList<>(known(study));
    for (int fold = teachers.size(); fold < folds(); fold++) {
      Optional<Artifact> trained = train(fold, study);
      if (trained.isEmpty()) {
        return Teachers.NONE;
      }
      teachers.add(trained.get());
    }
    return new Teachers(teachers);
  }

  private int folds() {
    return plan.source().folds();
  }

  private List<Artifact> known(Study study) {
    List<Artifact> known =
        TrainedTeachers.of(study.snapshot().userAttributes()).models().stream()
            .map(one -> new Artifact(folder.teacher(one.sha256()), one.sha256()))
            .toList();
    known.forEach(Artifact::check);
    return known;
  }

  /** Goes on where it was cut off; empty if the user stops it. */
  private Optional<Artifact> train(int fold, Study study) throws IOException {
    listener.note(name(fold) + " is trained first");
    runner.prepare(stop);
    Files.createDirectories(folder.teachers());
    Path fresh = folder.teachers().resolve("untried.zip");
    Path checkpoint = folder.checkpoints().ofTeacher(study.id(), "fold-" + fold);
    TrialReport report =
        runner.run(
            TrialOrder.ofTeacher(plan.assembly().baseline(), plan.seeds(), fold, fresh, checkpoint),
            new Patience(name(fold), listener, stop));
    if (report.status() == Status.STOPPED && stop.getAsBoolean()) {
      return Optional.empty();
    }
    Files.deleteIfExists(checkpoint);
    if (report.status() != Status.COMPLETED) {
      throw new UserException(
          "%s (teacher.network) could not be trained: %s"
              .formatted(name(fold), report.reason().orElse("it was stopped")));
    }
    return Optional.of(freeze(fold, fresh, report.score().orElse(Double.NaN), study));
  }

  private String name(int fold) {
    return folds() == 1
        ? "the teacher"
        : "the teacher of fold %d of %d".formatted(fold + 1, folds());
  }

  private Artifact freeze(int fold, Path fresh, double score, Study study) throws IOException {
    Artifact kept = folder.keepTeacher(fresh);
    TrainedTeachers before = TrainedTeachers.of(study.snapshot().userAttributes());
    study.setUserAttribute(
        TrainedTeachers.ATTRIBUTE,
        before.and(new TrainedTeachers.Trained(kept.sha256(), score)).attribute());
    listener.note(
        "%s: validation %s %.4g; it is kept as %s"
            .formatted(name(fold), plan.source().metric().id(), score, kept.file()));
    return kept;
  }

  /**
   * Lets the training go on to its end.
   *
   * @param name of whom it is
   */
  record Patience(String name, TuningListener listener, BooleanSupplier stop)
      implements TrialRunner.Observer {
    @Override
    public Decision epoch(int epoch, double score, Map<String, Double> readings) {
      return Decision.CONTINUE;
    }

    @Override
    public void note(String line) {
      listener.note("%s: %s".formatted(name, line));
    }

    @Override
    public boolean stopRequested() {
      return stop.getAsBoolean();
    }
  }
}
