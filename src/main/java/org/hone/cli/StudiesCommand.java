package org.hone.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hone.search.storage.Storage;
import org.hone.search.trial.StudySnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone studies}. */
@Command(
    name = "studies",
    header = "Lists the studies of a storage.",
    mixinStandardHelpOptions = true)
final class StudiesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--storage",
      required = true,
      paramLabel = "WHERE",
      description = "Where studies are kept: a SQLite file, or a URL.")
  private String storage = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<StudySnapshot> studies;
    try (Storage home = new StorageAddress(storage).openExisting()) {
      studies =
          home.studyNames().stream()
              .map(name -> home.snapshot(home.findStudy(name).orElseThrow()))
              .toList();
    }
    if (json) {
      print(JsonText.of(Map.of("studies", studies.stream().map(StudiesCommand::facts).toList())));
    } else if (studies.isEmpty()) {
      print("no study yet");
    } else {
      table(studies).lines().forEach(this::print);
    }
    return 0;
  }

  private static Table table(List<StudySnapshot> studies) {
    Table table =
        new Table()
            .column("study", Table.Side.LEFT)
            .column("trials", Table.Side.RIGHT)
            .column("directions", Table.Side.LEFT)
            .column("result", Table.Side.LEFT);
    for (StudySnapshot study : studies) {
      String trials = String.valueOf(study.trials().size());
      table.row(
          List.of(study.definition().name(), trials, StudyText.directions(study), result(study)));
    }
    return table;
  }

  private static String result(StudySnapshot study) {
    if (StudyText.hasSeveralObjectives(study)) {
      int front = StudyText.front(study).size();
      return front == 0 ? "none yet" : "front of " + front;
    }
    return study
        .best()
        .map(
            best -> "%s, trial %d".formatted(TrialText.number(best.values().get(0)), best.number()))
        .orElse("none yet");
  }

  private static Map<String, Object> facts(StudySnapshot study) {
    Map<String, Object> facts = new LinkedHashMap<>(OptimizeJson.of(study, false));
    facts.remove("interrupted");
    facts.remove("front");
    return facts;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
