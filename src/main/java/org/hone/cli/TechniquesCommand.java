package org.hone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hone.agent.Environment;
import org.hone.agent.TaskSource;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.config.StudyFile;
import org.hone.engine.Dl4jEngine;
import org.hone.search.space.Parameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hone techniques}. */
@Command(
    name = "techniques",
    header = "Lists the techniques with their strengths and sources.",
    mixinStandardHelpOptions = true)
final class TechniquesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "STUDY",
      description = "Whose task is asked for; default: the built-in digits.")
  private Optional<Path> study;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Environment environment = Environment.discover();
    StudyFile file = environment.study(study, List.of());
    TaskSource source = new TaskSource(file, new Dl4jEngine());
    Task task = source.task(source.split(file.study().seed()), false);
    List<Map<String, Object>> all =
        environment.techniques().all().stream().map(one -> facts(one, task)).toList();
    if (json) {
      spec.commandLine().getOut().println(JsonText.of(Map.of("techniques", all)));
    } else {
      all.forEach(this::print);
    }
    return 0;
  }

  private static Map<String, Object> facts(Technique technique, Task task) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", technique.id());
    facts.put("slot", technique.slot().id());
    facts.put("exclusive", technique.slot().isExclusive());
    facts.put("summary", technique.summary());
    facts.put("source", technique.source().text());
    facts.put("applies", technique.appliesTo(task));
    List<Map<String, Object>> parameters = new ArrayList<>();
    if (technique.appliesTo(task)) {
      technique
          .parameters(task)
          .parameters()
          .forEach(parameter -> parameters.add(facts(parameter)));
    }
    facts.put("parameters", parameters);
    return facts;
  }

  private static Map<String, Object> facts(Parameter parameter) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", parameter.name());
    facts.put("range", parameter.distribution().describe());
    parameter
        .preferred()
        .ifPresent(value -> facts.put("default", parameter.distribution().external(value)));
    return facts;
  }

  private void print(Map<String, Object> facts) {
    String note = Boolean.TRUE.equals(facts.get("applies")) ? "" : "  (not for this task)";
    line("%s  [%s]%s".formatted(facts.get("id"), facts.get("slot"), note));
    line("    " + facts.get("summary"));
    if (facts.get("parameters") instanceof List<?> parameters) {
      for (Object one : parameters) {
        if (one instanceof Map<?, ?> parameter) {
          String preferred =
              parameter.containsKey("default")
                  ? " (default %s)".formatted(parameter.get("default"))
                  : "";
          line(
              "    %-16s %s%s".formatted(parameter.get("name"), parameter.get("range"), preferred));
        }
      }
    }
    line("    " + facts.get("source"));
    line("");
  }

  private void line(String text) {
    spec.commandLine().getOut().println(text);
  }
}
