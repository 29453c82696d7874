package org.hone.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hone.agent.UserException;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone best}. */
@Command(
    name = "best",
    header = "Shows the best trial of a study.",
    mixinStandardHelpOptions = true)
final class BestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StudyOptions study = new StudyOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    StudySnapshot snapshot = study.snapshot();
    if (StudyText.hasSeveralObjectives(snapshot)) {
      throw new UserException(
          "study '%s' has %d objectives, so there is a front instead of a best trial; see 'hone pareto'"
              .formatted(snapshot.definition().name(), snapshot.definition().directions().size()));
    }
    TrialRecord best =
        snapshot
            .best()
            .orElseThrow(
                () ->
                    new UserException(
                        "study '%s' has no trial with a result yet; it has %s"
                            .formatted(snapshot.definition().name(), StudyText.counts(snapshot))));
    print(snapshot, best);
    return 0;
  }

  private void print(StudySnapshot snapshot, TrialRecord best) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> facts = TrialJson.header(snapshot);
      facts.put("best", TrialJson.trial(best));
      out.println(JsonText.of(facts));
    } else {
      StudyText.result(snapshot).forEach(out::println);
    }
  }
}
