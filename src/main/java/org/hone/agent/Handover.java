package org.hone.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hone.api.training.Meters;
import org.hone.config.ModelFile;
import org.hone.config.StudyFileWriter;
import org.hone.config.TeacherSettings;
import org.hone.extension.PluginCopies;
import org.hone.extension.PluginFile;
import org.hone.reports.analysis.Evidence;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Fills the folder of the best: {@code model.zip}, {@code recipe.yaml} and a {@code study.yaml}
 * that trains the recipe again, with the teacher and copies of the plug-ins that it had. Of the
 * confirmed models the one with the best validation score is handed over; the test rows have no
 * say. Done again, it changes nothing.
 */
record Handover(TuningPlan plan, RunFolder folder, Teachers teachers) {

  void write(TrialRecord best, StudySnapshot confirmation) throws IOException {
    Files.createDirectories(folder.best());
    handOverModel(best, confirmation);
    Files.writeString(folder.recipe(), recipe(best));
    List<PluginFile> plugins = PluginCopies.in(folder.plugins(), plan.file().plugins());
    StudyFileWriter.write(
        plan.file().withPlugins(plugins),
        plan.assembly().strengths(best.parameters()),
        plan.assembly().isTaught(best.parameters()) ? Optional.of(teacher()) : Optional.empty(),
        folder.studyFile());
    ConfirmedModels.delete(folder.models());
  }

  private TeacherSettings teacher() {
    return new TeacherSettings.OfFiles(
        teachers.models().stream()
            .map(model -> ModelFile.of(model.file(), model.sha256()))
            .toList());
  }

  private String recipe(TrialRecord best) {
    return "# study %s, trial %s: validation %s %s\n"
            .formatted(
                plan.file().study().name(),
                best.number(),
                plan.source().metric().id(),
                best.value().orElse(Double.NaN))
        + plan.recipeText(best.parameters());
  }

  /** A chosen model that is not among those kept was handed over before. */
  private void handOverModel(TrialRecord best, StudySnapshot confirmation) throws IOException {
    Optional<Path> chosen =
        chosen(best, confirmation)
            .map(run -> folder.models(best).of(run.parameters().integer(Evidence.SEED)));
    if (chosen.isEmpty()) {
      Files.deleteIfExists(folder.model());
    } else if (Files.exists(chosen.get())) {
      Files.move(chosen.get(), folder.model(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Optional<TrialRecord> chosen(TrialRecord best, StudySnapshot confirmation) {
    String recipe = ConfirmationPhase.handedOver(best);
    Direction direction = plan.source().metric().direction();
    return confirmation
        .in(TrialState.COMPLETE)
        .filter(run -> run.parameters().category(Evidence.RECIPE).equals(recipe))
        .min(Comparator.comparingDouble(run -> direction.toLoss(validationScore(run))));
  }

  private static double validationScore(TrialRecord run) {
    return run.userAttributes().get(Meters.VALIDATION_SCORE) instanceof Number score
        ? score.doubleValue()
        : Double.NaN;
  }
}
