package org.hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hone.agent.Reporting;
import org.hone.agent.RunFolder;
import org.hone.agent.UserException;
import org.hone.reports.Report;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hone report}. */
@Command(
    name = "report",
    header = "Makes the report of a study again, also while it runs.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = "runs/digits",
      description = "The output folder of a study; default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Option(
      names = "--study",
      paramLabel = "NAME",
      description = "Which study, if the folder has several.")
  private Optional<String> study;

  @Override
  public Integer call() throws IOException {
    Path database = RunFolder.database(folder);
    if (!Files.exists(database)) {
      throw new UserException(
          "%s: no hone.db there; give the output folder of a study".formatted(folder));
    }
    try (Storage storage = JdbcStorage.open(database)) {
      Reporting reporting = new Reporting(storage, Clock.systemUTC());
      Report report = Report.of(reporting.evidence(chosen(reporting.studies())));
      for (Path file : report.write(folder)) {
        spec.commandLine().getOut().println(file);
      }
    }
    return 0;
  }

  private String chosen(List<String> studies) {
    if (studies.isEmpty()) {
      throw new UserException("%s: no study was tuned here".formatted(folder));
    }
    if (study.isEmpty() && studies.size() > 1) {
      throw new UserException(
          "%s: several studies; choose with --study: %s"
              .formatted(folder, String.join(", ", studies)));
    }
    return study.orElse(studies.get(0));
  }
}
