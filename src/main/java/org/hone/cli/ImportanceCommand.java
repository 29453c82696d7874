package org.hone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hone.agent.UserException;
import org.hone.search.importance.Importance;
import org.hone.search.trial.StudySnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone importance}. */
@Command(
    name = "importance",
    header = "Shows how much each parameter of a study matters.",
    description =
        "By conditional PED-ANOVA: what it takes to reach the best 10 %% of the trials. With"
            + " several objectives, to reach the first fronts.",
    mixinStandardHelpOptions = true)
final class ImportanceCommand implements Callable<Integer> {
  private static final int BAR = 30;

  @Spec private CommandSpec spec;

  @Mixin private StudyOptions study = new StudyOptions();

  @Option(
      names = "--method",
      paramLabel = "ID",
      description = "ped-anova or fanova; default: ${DEFAULT-VALUE}.")
  private String method = "ped-anova";

  @Option(
      names = "--objective",
      paramLabel = "N",
      description = "Of several objectives this one only, from 0.")
  private Optional<Integer> objective = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Importance importance = importance();
    StudySnapshot snapshot = study.snapshot();
    Map<String, Double> shares =
        Asked.of(
            () ->
                objective.isPresent()
                    ? importance.evaluate(snapshot, objective.get())
                    : importance.evaluate(snapshot));
    print(shares, snapshot);
    return 0;
  }

  private Importance importance() {
    return switch (method) {
      case "ped-anova" -> Importance.pedAnova();
      case "fanova" -> Importance.fanova();
      default ->
          throw new UserException("no method '%s'; known: ped-anova, fanova".formatted(method));
    };
  }

  private void print(Map<String, Double> shares, StudySnapshot snapshot) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> facts = TrialJson.header(snapshot);
      facts.put("method", method);
      facts.put("importance", new LinkedHashMap<>(shares));
      out.println(JsonText.of(facts));
      return;
    }
    Table table =
        new Table()
            .column("parameter", Table.Side.LEFT)
            .column("importance", Table.Side.RIGHT)
            .column("", Table.Side.LEFT);
    shares.forEach(
        (name, share) ->
            table.row(
                List.of(
                    name,
                    "%.1f %%".formatted(100 * share),
                    "█".repeat((int) Math.round(BAR * share)))));
    table.lines().forEach(out::println);
  }
}
