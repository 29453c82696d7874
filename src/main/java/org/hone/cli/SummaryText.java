package org.hone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hone.agent.TuningSummary;
import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Interval;
import org.hone.reports.analysis.Sample;
import org.hone.reports.analysis.TechniqueEffect;
import org.hone.reports.analysis.TechniqueEffects;
import org.hone.reports.analysis.Unit;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The summary of a tuning for the terminal.
 *
 * @param summary of a tuning that ended
 */
record SummaryText(TuningSummary summary) {
  private static final String USED = "%-22s %-28s %s";

  List<String> lines() {
    Evidence evidence = summary.evidence();
    Comparison comparison = Comparison.of(evidence);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("%-22s %-14s %s".formatted("", "validation", "test"));
    lines.add(row("baseline", evidence.baseline(), comparison.baseline()));
    evidence
        .best()
        .filter(best -> !Evidence.isBaseline(best))
        .ifPresent(
            best ->
                lines.add(
                    row("best, trial " + best.number(), Optional.of(best), comparison.best())));
    lines.add("");
    if (summary.interrupted()) {
      lines.add("Stopped before the end; the same command goes on from here.");
    } else {
      lines.add(summary.recommendation().verdict().label() + ".");
      lines.add(summary.recommendation().sentence());
    }
    evidence.best().ifPresent(best -> addRecipe(evidence, best, lines));
    if (evidence.objectives().size() > 1) {
      lines.add("");
      lines.add("Pareto front of " + String.join(", ", evidence.objectives()));
      lines.addAll(TrialTable.of(evidence.search().snapshot(), evidence.front()).lines());
    }
    lines.add("");
    lines.add("report  " + summary.folder().resolve("report.html"));
    if (!summary.interrupted() && evidence.best().isPresent()) {
      lines.add("best    " + summary.folder().resolve("best"));
    }
    return lines;
  }

  private String row(String name, Optional<TrialRecord> trial, Sample test) {
    Unit unit = summary.evidence().context().metric().unit();
    String validation = trial.map(one -> validation(one, unit)).orElse("not measured");
    return "%-22s %-14s %s".formatted(name, validation, test(test, unit));
  }

  private static String validation(TrialRecord trial, Unit unit) {
    return trial.state() == TrialState.COMPLETE
        ? unit.text(trial.value().orElse(Double.NaN))
        : "failed";
  }

  private static String test(Sample test, Unit unit) {
    if (test.size() == 0) {
      return "not measured";
    }
    String mean =
        "%s (%d seed%s)"
            .formatted(unit.text(test.mean()), test.size(), test.size() == 1 ? "" : "s");
    Optional<Interval> interval = Comparison.mean(test);
    return interval
        .map(one -> "%s, 95%% interval %s".formatted(mean, unit.range(one.low(), one.high())))
        .orElse(mean);
  }

  /** What the best recipe uses, and what the search shows of it: seen, not proved. */
  private static void addRecipe(Evidence evidence, TrialRecord best, List<String> lines) {
    List<TechniqueEffect> used =
        TechniqueEffects.of(evidence).stream().filter(TechniqueEffect::inBest).toList();
    lines.add("");
    if (used.isEmpty()) {
      lines.add("No technique helped.");
      return;
    }
    lines.add(USED.formatted("The best recipe uses", "", "as seen, trials with against without"));
    for (TechniqueEffect effect : used) {
      String id = effect.technique().id();
      String line = USED.formatted("  " + id, strengths(best, id), seen(effect, evidence));
      lines.add(line.stripTrailing());
    }
  }

  private static String strengths(TrialRecord best, String technique) {
    return best.parameters().under(technique + ".").external().entrySet().stream()
        .map(one -> one.getKey() + " " + value(one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String seen(TechniqueEffect effect, Evidence evidence) {
    Unit unit = evidence.context().metric().differenceUnit();
    return effect.difference().stream()
        .mapToObj(unit::text)
        .map(text -> effect.standsOut() ? text + ", more than chance explains" : text)
        .findFirst()
        .orElse("");
  }

  private static String value(Object value) {
    return value instanceof Double number ? Unit.SETTING.text(number) : String.valueOf(value);
  }
}
