package org.hone.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hone.api.training.Decision;
import org.hone.api.training.TrainingResult.Status;
import org.hone.config.ModelFile;
import org.hone.config.TeacherSettings;
import org.hone.search.study.Study;

/**
 * What comes before the search: the teacher that the study asks for is there, or is trained. From
 * then on it is frozen, by the hash of its contents.
 */
final class TeacherPhase {
  /** User attribute of a study: the hash of the teacher that was trained for it, and its score. */
  static final String ATTRIBUTE = "hone:teacher";

  private static final String SHA_256 = "sha256";
  private static final String SCORE = "score";

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
   * The teacher; empty if the study has none, or the user stopped its training.
   *
   * @throws UserException if it cannot be trained, or is no longer what it was
   */
  Optional<Artifact> run(Study study) throws IOException {
    Optional<TeacherSettings> settings = plan.file().teacher();
    Optional<ModelFile> model = settings.flatMap(TeacherSettings::file);
    if (model.isPresent()) {
      return model.map(file -> new Artifact(file.file(), file.sha256()));
    }
    if (settings.flatMap(TeacherSettings::network).isEmpty()) {
      return Optional.empty();
    }
    Optional<Artifact> known = known(study);
    known.ifPresent(Artifact::check);
    return known.isPresent() ? known : train(study);
  }

  private Optional<Artifact> known(Study study) {
    return hash(study.snapshot().userAttributes())
        .map(sha256 -> new Artifact(folder.teacher(sha256), sha256));
  }

  /** The hash of the teacher that was trained for a study of these attributes. */
  static Optional<String> hash(Map<String, Object> attributes) {
    return attributes.get(ATTRIBUTE) instanceof Map<?, ?> facts
        ? Optional.of(String.valueOf(facts.get(SHA_256)))
        : Optional.empty();
  }

  /** The validation score of the teacher that was trained for a study of these attributes. */
  static Optional<Double> score(Map<String, Object> attributes) {
    return attributes.get(ATTRIBUTE) instanceof Map<?, ?> facts
            && facts.get(SCORE) instanceof Number score
        ? Optional.of(score.doubleValue())
        : Optional.empty();
  }

  private Optional<Artifact> train(Study study) throws IOException {
    listener.note("the teacher is trained first");
    runner.prepare(stop);
    Files.createDirectories(folder.teachers());
    Path fresh = folder.teachers().resolve("untried.zip");
    TrialReport report =
        runner.run(
            TrialOrder.ofTeacher(
                plan.assembly().baseline(),
                plan.seeds().ofTeacher(),
                plan.seeds().development(),
                fresh),
            new Patience(stop));
    if (report.status() == Status.STOPPED && stop.getAsBoolean()) {
      return Optional.empty();
    }
    if (report.status() != Status.COMPLETED) {
      throw new UserException(
          "the teacher (teacher.network) could not be trained: %s"
              .formatted(report.reason().orElse("it was stopped")));
    }
    return Optional.of(freeze(fresh, report.score().orElse(Double.NaN), study));
  }

  private Artifact freeze(Path fresh, double score, Study study) throws IOException {
    Artifact kept = folder.keepTeacher(fresh);
    study.setUserAttribute(ATTRIBUTE, Map.of(SHA_256, kept.sha256(), SCORE, score));
    listener.note(
        "the teacher: validation %s %.4g; it is kept as %s"
            .formatted(plan.source().metric().id(), score, kept.file()));
    return kept;
  }

  /** Lets the training go on to its end. */
  record Patience(BooleanSupplier stop) implements TrialRunner.Observer {
    @Override
    public Decision epoch(int epoch, double score, Map<String, Double> readings) {
      return Decision.CONTINUE;
    }

    @Override
    public boolean stopRequested() {
      return stop.getAsBoolean();
    }
  }
}
