package org.hone.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.engine.metrics.Cost;
import org.hone.engine.metrics.Metrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone metrics}. */
@Command(
    name = "metrics",
    header = "Lists what a study can aim at: metrics of predictions, and costs.",
    mixinStandardHelpOptions = true)
final class MetricsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<Map<String, Object>> all =
        Stream.concat(
                Metrics.all().stream().map(Metric::id).distinct().map(MetricsCommand::facts),
                Arrays.stream(Cost.values()).map(MetricsCommand::facts))
            .toList();
    if (json) {
      spec.commandLine().getOut().println(JsonText.of(Map.of("metrics", all)));
      return 0;
    }
    Table table =
        new Table()
            .column("metric", Table.Side.LEFT)
            .column("direction", Table.Side.LEFT)
            .column("of", Table.Side.LEFT);
    all.forEach(one -> table.row(one.values().stream().map(MetricsCommand::text).toList()));
    table.lines().forEach(spec.commandLine().getOut()::println);
    return 0;
  }

  /** One id may stand for a metric of each goal. */
  private static Map<String, Object> facts(String id) {
    List<Metric> alike = Metrics.all().stream().filter(one -> one.id().equals(id)).toList();
    List<String> goals =
        Arrays.stream(Goal.values())
            .filter(goal -> alike.stream().anyMatch(one -> one.appliesTo(goal)))
            .map(MetricsCommand::word)
            .toList();
    return facts(id, StudyText.word(alike.get(0).direction()), goals);
  }

  private static Map<String, Object> facts(Cost cost) {
    return facts(cost.id(), StudyText.word(cost.direction()), "cost, " + cost.unit());
  }

  private static Map<String, Object> facts(String id, String direction, Object of) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", id);
    facts.put("direction", direction);
    facts.put("of", of);
    return facts;
  }

  private static String word(Goal goal) {
    return goal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }
}
