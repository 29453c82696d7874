package org.hone.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Comparison.SeedRuns;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.Sample;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Table.Column;
import org.hone.reports.section.Table.Row;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** The baseline against the best recipe on test data, every seed of it. */
final class ConfirmationSection implements Section {
  private static final String PAIRED =
      """
      Runs of the same seed are compared in pairs; the interval is Student's for the mean of the \
      differences.\
      """;

  private static final String UNPAIRED =
      """
      Fewer than two seeds have both scores, so the recipes are compared as independent samples, \
      with Welch's interval.\
      """;

  private static final String COVERAGE =
      """
      It covers what the seed changes (initial weights, order of the data, noise, which rows train \
      and which validate), not which rows happen to be test data.\
      """;

  private static final String NO_INTERVAL =
      "There is none here: it takes three runs of each recipe, and scores that differ.";

  private static final String CUT = " Intervals of a mean are cut at 0 and 100%.";

  @Override
  public String id() {
    return "confirmation";
  }

  @Override
  public String title() {
    return "Baseline against best recipe";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    Comparison comparison = Comparison.of(evidence);
    if (comparison.seeds().isEmpty()) {
      return List.of(missing());
    }
    Metric metric = evidence.context().metric();
    List<Block> blocks = new ArrayList<>();
    blocks.add(means(evidence, comparison));
    if (evidence.isOneRecipe()) {
      return blocks;
    }
    blocks.add(difference(comparison, metric));
    blocks.add(chart(comparison, metric));
    blocks.add(seeds(comparison, metric));
    blocks.add(reading(comparison, metric));
    return blocks;
  }

  private static Block missing() {
    return new Callout(
        Tone.NEUTRAL,
        "Not confirmed",
        List.of(
            """
            Nothing is known about test data: the baseline and the best recipe were not trained \
            again with several seeds.\
            """));
  }

  private static Block means(Evidence evidence, Comparison comparison) {
    Metric metric = evidence.context().metric();
    List<Row> rows =
        evidence.isOneRecipe()
            ? List.of(mean("The recipe", comparison.baseline(), metric))
            : List.of(
                mean("Baseline", comparison.baseline(), metric),
                mean("Best recipe", comparison.best(), metric));
    return new Table(
        "Test " + metric.name() + " over the seeds",
        List.of(
            Column.text("recipe", "Recipe"),
            Column.number("runs", "Seeds"),
            Column.number("mean", "Mean"),
            Column.range("interval", "95% interval of the mean"),
            Column.number("deviation", "Standard deviation")),
        rows,
        false);
  }

  private static Row mean(String recipe, Sample scores, Metric metric) {
    return Row.of(
        new Cell.Text(recipe),
        new Cell.Figure(scores.size(), Unit.COUNT),
        figure(scores.mean(), metric.unit()),
        metric
            .interval(scores)
            .<Cell>map(interval -> new Cell.Range(interval, metric.unit(), Tone.NEUTRAL))
            .orElse(new Cell.Text(scores.size() == 0 ? "" : metric.intervalInWords(scores))),
        figure(scores.deviation(), metric.unit()));
  }

  private static Cell figure(double value, Unit unit) {
    return Double.isNaN(value) ? new Cell.Empty() : new Cell.Figure(value, unit);
  }

  private static Block difference(Comparison comparison, Metric metric) {
    List<Facts.Fact> facts = new ArrayList<>();
    Unit unit = metric.differenceUnit();
    facts.add(
        new Facts.Fact(
            "Difference, best minus baseline",
            figure(comparison.difference(), unit),
            comparison.intervalInWords(metric)));
    if (comparison.paired()) {
      facts.add(
          Facts.Fact.of(
              "Best recipe better on",
              comparison.wins() + " of " + Count.of(comparison.size(), "seed")));
    }
    facts.add(Facts.Fact.of("Runs without a score", failures(comparison)));
    return Facts.of(facts);
  }

  private static String failures(Comparison comparison) {
    return comparison.failedBaselines()
        + " of the baseline, "
        + comparison.failedBests()
        + " of the best recipe";
  }

  private static Block chart(Comparison comparison, Metric metric) {
    List<String> seeds = comparison.seeds().stream().map(SeedRuns::seed).toList();
    return new Chart(
        "Test " + metric.name() + " by seed",
        Chart.Axis.of("seed", seeds),
        Chart.Axis.of("test " + metric.name(), metric.unit()),
        List.of(
            series("Baseline", Chart.Role.BASELINE, comparison, SeedRuns::baselineScore),
            series("Best recipe", Chart.Role.BEST, comparison, SeedRuns::bestScore)),
        comparison.paired()
            ? "The best recipe scored better on "
                + comparison.wins()
                + " of "
                + Count.of(comparison.size(), "seed")
                + "."
            : "Fewer than two seeds have the scores of both recipes.");
  }

  private static Chart.Series series(
      String name, Chart.Role role, Comparison comparison, Function<SeedRuns, Double> score) {
    List<Chart.Point> points = new ArrayList<>();
    for (SeedRuns seed : comparison.seeds()) {
      points.add(new Chart.Point(points.size(), score.apply(seed)));
    }
    return new Chart.Series(name, Chart.Shape.POINTS, role, points);
  }

  private static Block seeds(Comparison comparison, Metric metric) {
    return new Table(
        "Every seed",
        List.of(
            Column.text("seed", "Seed"),
            Column.number("baseline", "Baseline"),
            Column.number("best", "Best recipe"),
            Column.number("difference", "Difference")),
        comparison.seeds().stream().map(seed -> row(seed, metric)).toList(),
        false);
  }

  private static Row row(SeedRuns seed, Metric metric) {
    return Row.of(
        new Cell.Text(seed.seed()),
        run(seed.baseline(), seed.baselineScore(), metric),
        run(seed.best(), seed.bestScore(), metric),
        figure(seed.difference(), metric.differenceUnit()));
  }

  private static Cell run(Optional<TrialRecord> run, double score, Metric metric) {
    if (!Double.isNaN(score)) {
      return new Cell.Figure(score, metric.unit());
    }
    return new Cell.Text(run.map(ConfirmationSection::fate).orElse("not run"));
  }

  private static String fate(TrialRecord run) {
    String state =
        run.state() == TrialState.COMPLETE
            ? "score not finite"
            : run.state().name().toLowerCase(Locale.ROOT);
    return run.reason().map(reason -> state + ": " + reason).orElse(state);
  }

  private static Block reading(Comparison comparison, Metric metric) {
    String method = comparison.paired() ? PAIRED : UNPAIRED;
    return Paragraph.aside(
        method
            + " "
            + (comparison.interval().isPresent() ? COVERAGE : NO_INTERVAL)
            + (metric.isCut(comparison.baseline()) || metric.isCut(comparison.best()) ? CUT : ""));
  }
}
