package org.hone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone pareto}. */
@Command(
    name = "pareto",
    header = "Shows the Pareto front of a study with several objectives.",
    description =
        "The complete trials that respect all constraints and that no other beats in every"
            + " objective.",
    mixinStandardHelpOptions = true)
final class ParetoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StudyOptions study = new StudyOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    StudySnapshot snapshot = study.snapshot();
    List<TrialRecord> front = StudyText.front(snapshot);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> facts = TrialJson.header(snapshot);
      facts.put("front", front.stream().map(TrialJson::trial).toList());
      out.println(JsonText.of(facts));
    } else if (front.isEmpty()) {
      out.println("no trial with a result yet");
    } else {
      TrialTable.of(snapshot, front).lines().forEach(out::println);
    }
    return 0;
  }
}
