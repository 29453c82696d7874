package org.hone.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hone.config.StudyFile;
import org.hone.extension.PluginFile;
import org.hone.reports.analysis.Unit;
import org.hone.search.space.Constraint;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/** What a study would do: its task, its space, what is fixed in it, and what the budget allows. */
public record DryRun(TuningPlan plan) {

  /** The plan in lines for the terminal. */
  public List<String> lines() {
    SearchSpace space = plan.assembly().space();
    List<String> fixed = parameters(Distribution::isSingle);
    List<String> searched = parameters(one -> !one.isSingle());
    List<String> lines = new ArrayList<>();
    add(lines, "study " + plan.file().study().name(), plan.lines());
    lines.add("");
    add(lines, "baseline", plan.recipeText(plan.assembly().baseline()).lines().toList());
    lines.add("");
    add(
        lines,
        "search space: %s, %s searched, %s fixed"
            .formatted(
                count(searched.size() + fixed.size(), "parameter"), searched.size(), fixed.size()),
        searched);
    if (!fixed.isEmpty()) {
      add(lines, "fixed", fixed);
    }
    if (plan.generations() > 0) {
      add(lines, "after the search: the best recipe learns from its own model", afterwards());
    }
    List<PluginFile> plugins = plan.file().plugins();
    if (!plugins.isEmpty()) {
      add(lines, "plug-ins", plugins.stream().map(plugin -> plugin.path().toString()).toList());
    }
    if (!space.constraints().isEmpty()) {
      add(lines, "constraints", space.constraints().stream().map(Constraint::describe).toList());
    }
    lines.add("");
    lines.add("budget: " + budget(plan));
    lines.add("output: " + plan.file().output());
    return lines;
  }

  private static void add(List<String> lines, String heading, List<String> below) {
    lines.add(heading);
    below.forEach(line -> lines.add("  " + line));
  }

  private List<String> parameters(Predicate<Distribution> which) {
    List<Parameter> later = plan.usedAfterwards();
    return plan.assembly().space().parameters().stream()
        .filter(parameter -> which.test(parameter.distribution()) && !later.contains(parameter))
        .map(DryRun::describe)
        .toList();
  }

  /** The values that are used then; nobody searches for better ones. */
  private List<String> afterwards() {
    return plan.usedAfterwards().stream()
        .filter(Parameter::isConditional)
        .map(
            parameter ->
                "%-30s %s"
                    .formatted(
                        parameter.name(),
                        parameter
                            .distribution()
                            .external(
                                parameter.preferred().orElse(parameter.distribution().low()))))
        .toList();
  }

  private static String describe(Parameter parameter) {
    String preferred =
        parameter.preferred().isPresent()
            ? "  (default %s)"
                .formatted(parameter.distribution().external(parameter.preferred().getAsDouble()))
            : "";
    String indent = parameter.isConditional() ? "  " : "";
    return "%-30s %s%s"
        .formatted(indent + parameter.name(), parameter.distribution().describe(), preferred);
  }

  /** The budget in a line. */
  static String budget(TuningPlan plan) {
    StudyFile file = plan.file();
    String time =
        file.study()
            .timeout()
            .map(timeout -> ", at most " + Unit.SECONDS.text(timeout.toSeconds()))
            .orElse("");
    return "%s of at most %s%s; then %sbaseline and best again with %s each"
        .formatted(
            count(plan.trials(), "trial"),
            count(file.training().epochs(), "epoch"),
            time,
            plan.generations() == 0
                ? ""
                : count(plan.generations(), "born-again trial") + "; then ",
            count(file.confirmationSeeds(), "seed"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
