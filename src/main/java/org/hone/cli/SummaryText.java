package org.hone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hone.agent.TuningSummary;
import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.Sample;
import org.hone.reports.analysis.TechniqueEffect;
import org.hone.reports.analysis.TechniqueEffects;
import org.hone.reports.analysis.Unit;
import org.hone.reports.recommendation.Recommendation;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The summary of a tuning for the terminal.
 *
 * @param summary of a tuning that ended
 */
record SummaryText(TuningSummary summary) {
  List<String> lines() {
    Evidence evidence = summary.evidence();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(scores(evidence));
    lines.add("");
    if (summary.interrupted()) {
      lines.add("Stopped before the end; the same command goes on from here.");
    } else {
      lines.add(summary.recommendation().verdict().label() + ".");
      lines.add(summary.recommendation().sentence());
      lines.addAll(Recommendation.reservations(evidence));
      summary.timedOut().ifPresent(why -> lines.add(sentence(why)));
    }
    evidence.best().ifPresent(best -> lines.addAll(recipe(evidence, best)));
    if (evidence.objectives().size() > 1) {
      lines.addAll(front(evidence));
    }
    lines.add("");
    lines.add("report  " + summary.folder().resolve("report.html"));
    if (!summary.interrupted() && evidence.best().isPresent()) {
      lines.add("best    " + summary.folder().resolve("best"));
    }
    return lines;
  }

  private static String sentence(String why) {
    return why.substring(0, 1).toUpperCase(Locale.ROOT)
        + why.substring(1)
        + "; the same command goes on from here.";
  }

  /** Whether there was more than the baseline. */
  private static boolean wasTried(Evidence evidence) {
    return evidence.search().snapshot().trials().stream()
        .anyMatch(trial -> trial.state().isFinished() && !Evidence.isBaseline(trial));
  }

  private static List<String> scores(Evidence evidence) {
    Comparison comparison = Comparison.of(evidence);
    Metric metric = evidence.context().metric();
    Table table =
        new Table()
            .column("", Table.Side.LEFT)
            .column("validation", Table.Side.LEFT)
            .column("test", Table.Side.LEFT);
    table.row(
        score(
            evidence.isOneRecipe() ? "the recipe" : "baseline",
            evidence.baseline(),
            comparison.baseline(),
            metric));
    evidence
        .best()
        .filter(best -> !Evidence.isBaseline(best))
        .map(
            best ->
                score("best, trial " + best.number(), Optional.of(best), comparison.best(), metric))
        .ifPresent(table::row);
    return table.wholeLines();
  }

  private static List<String> score(
      String name, Optional<TrialRecord> trial, Sample test, Metric metric) {
    String validation = trial.map(one -> validation(one, metric)).orElse("not measured");
    return List.of(name, validation, test(test, metric));
  }

  private static String validation(TrialRecord trial, Metric metric) {
    return trial.state() == TrialState.COMPLETE
        ? metric.unit().text(trial.value().orElse(Double.NaN))
        : "failed";
  }

  private static String test(Sample test, Metric metric) {
    if (test.size() == 0) {
      return "not measured";
    }
    Unit unit = metric.unit();
    return "%s (%d seed%s), %s"
        .formatted(
            unit.text(test.mean()),
            test.size(),
            test.size() == 1 ? "" : "s",
            metric.intervalInWords(test));
  }

  /** What the best recipe uses, and what the search shows of it: seen, not proved. */
  private static List<String> recipe(Evidence evidence, TrialRecord best) {
    List<TechniqueEffect> used =
        TechniqueEffects.of(evidence).stream().filter(TechniqueEffect::inBest).toList();
    if (used.isEmpty()) {
      return wasTried(evidence) ? List.of("", "No technique helped.") : List.of();
    }
    List<String> lines = new ArrayList<>(List.of(""));
    if (used.stream().anyMatch(effect -> effect.difference().isPresent())) {
      lines.addAll(seen(used, best, evidence.context().metric().differenceUnit()));
      lines.add("As seen: trials with it against trials without, the baseline among these, where");
      lines.add("there are three or more of both; * more than chance explains.");
    } else {
      lines.addAll(unseen(used, best));
      lines.add("Too few trials with and without each of them to see what helped.");
    }
    return lines;
  }

  private static List<String> seen(List<TechniqueEffect> used, TrialRecord best, Unit unit) {
    Table table =
        new Table()
            .column("The best recipe uses", Table.Side.LEFT)
            .column("as seen", Table.Side.RIGHT)
            .column("", Table.Side.LEFT)
            .column("95% interval", Table.Side.LEFT)
            .column("trials", Table.Side.RIGHT)
            .column("strength", Table.Side.LEFT);
    for (TechniqueEffect effect : used) {
      String id = effect.technique().id();
      table.row(
          List.of(
              "  " + id,
              difference(effect, unit),
              effect.standsOut() ? "*" : " ",
              effect.interval().map(one -> unit.range(one.low(), one.high())).orElse(""),
              effect.with().size() + " against " + effect.without().size(),
              strengths(best, id)));
    }
    return table.wholeLines();
  }

  private static String difference(TechniqueEffect effect, Unit unit) {
    return effect
        .toldOf()
        .map(first -> "always with " + first)
        .orElse(effect.difference().stream().mapToObj(unit::text).findFirst().orElse(""));
  }

  private static List<String> unseen(List<TechniqueEffect> used, TrialRecord best) {
    Table table =
        new Table()
            .column("The best recipe uses", Table.Side.LEFT)
            .column("strength", Table.Side.LEFT);
    for (TechniqueEffect effect : used) {
      String id = effect.technique().id();
      table.row(List.of("  " + id, strengths(best, id)));
    }
    return table.wholeLines();
  }

  private static String strengths(TrialRecord best, String technique) {
    return best.parameters().under(technique + ".").external().entrySet().stream()
        .map(one -> one.getKey() + " " + value(one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String value(Object value) {
    return value instanceof Double number ? Unit.SETTING.text(number) : String.valueOf(value);
  }

  /** What there is to choose from, and the techniques it takes. */
  private static List<String> front(Evidence evidence) {
    List<Metric> objectives = evidence.objectives().stream().map(Metric::named).toList();
    Table table = new Table().column("Pareto front", Table.Side.LEFT);
    objectives.forEach(objective -> table.column(objective.name(), Table.Side.RIGHT));
    table.column("techniques", Table.Side.LEFT);
    for (TrialRecord trial : evidence.front()) {
      List<String> cells = new ArrayList<>(List.of("  trial " + trial.number()));
      for (int i = 0; i < objectives.size(); i++) {
        cells.add(objectives.get(i).unit().text(trial.values().get(i)));
      }
      cells.add(
          TechniqueEffects.usedBy(trial, evidence.catalogue())
              .map(Catalogue.Entry::id)
              .collect(Collectors.joining(", ")));
      table.row(cells);
    }
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.wholeLines());
    return lines;
  }
}
