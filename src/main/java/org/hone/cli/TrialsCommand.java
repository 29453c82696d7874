package org.hone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hone.search.trial.StudySnapshot;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone trials}. */
@Command(name = "trials", header = "Lists the trials of a study.", mixinStandardHelpOptions = true)
final class TrialsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StudyOptions study = new StudyOptions();

  @ArgGroup private Form form = new Form();

  /** How they are printed; a table if nothing is said. */
  static final class Form {
    @Option(names = "--csv", description = "Print CSV, with every figure in full.")
    private boolean csv;

    @Option(names = "--json", description = "Print JSON, with every figure in full.")
    private boolean json;
  }

  @Override
  public Integer call() throws IOException {
    StudySnapshot snapshot = study.snapshot();
    PrintWriter out = spec.commandLine().getOut();
    if (form.csv) {
      TrialCsv.write(snapshot, out);
    } else if (form.json) {
      out.println(JsonText.of(TrialJson.study(snapshot, snapshot.trials())));
    } else {
      TrialTable.of(snapshot, snapshot.trials()).lines().forEach(out::println);
    }
    return 0;
  }
}
