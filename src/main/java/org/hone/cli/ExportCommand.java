package org.hone.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hone.agent.UserException;
import org.hone.search.trial.StudySnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hone export}. */
@Command(
    name = "export",
    header = "Writes the trials of a study to a file.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StudyOptions study = new StudyOptions();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "CSV or JSON, as its ending says: .csv, .json.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") && !name.endsWith(".json")) {
      throw new UserException(
          "%s: the ending says the format; allowed: .csv, .json".formatted(file));
    }
    StudySnapshot snapshot = study.snapshot();
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      if (name.endsWith(".csv")) {
        TrialCsv.write(snapshot, writer);
      } else {
        writer.write(JsonText.of(TrialJson.study(snapshot, snapshot.trials())));
        writer.newLine();
      }
    }
    spec.commandLine()
        .getOut()
        .println("%s: %s".formatted(file, StudyText.number(snapshot.trials().size(), "trial")));
    return 0;
  }
}
