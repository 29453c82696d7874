package org.hone.reports.section;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.reports.analysis.Cost;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.TechniqueEffects;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Table.Column;
import org.hone.reports.section.Table.Row;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.TrialRecord;

/** Every trial of the search, whatever became of it. */
final class TrialsSection implements Section {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("trial", "Trial"),
          Column.text("state", "State"),
          Column.number("score", "Score"),
          Column.number("epochs", "Epochs"),
          Column.number("seconds", "Time"),
          Column.tags("techniques", "Techniques"),
          Column.text("reason", "Reason"));

  @Override
  public String id() {
    return "trials";
  }

  @Override
  public String title() {
    return "All trials";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    List<TrialRecord> trials = evidence.search().snapshot().trials();
    if (trials.isEmpty()) {
      return List.of(Paragraph.of("The search has no trials yet."));
    }
    return List.of(
        new Table(
            Count.of(trials.size(), "trial")
                + ", validation "
                + evidence.context().metric().name()
                + "; of a pruned trial the last score it reported",
            COLUMNS,
            trials.stream().map(trial -> row(trial, evidence)).toList(),
            true));
  }

  private static Row row(TrialRecord trial, Evidence evidence) {
    return new Row(
        List.of(
            new Cell.Figure(trial.number(), Unit.COUNT),
            new Cell.Text(trial.state().name().toLowerCase(Locale.ROOT)),
            Cell.of(trial.value(), evidence.context().metric().unit()),
            Cell.of(epochs(trial, evidence), Unit.COUNT),
            Cell.of(Cost.seconds(trial), Unit.SECONDS),
            techniques(trial, evidence),
            trial.reason().<Cell>map(Cell.Text::new).orElse(new Cell.Empty())),
        mark(trial, evidence));
  }

  private static Cell techniques(TrialRecord trial, Evidence evidence) {
    List<String> ids =
        TechniqueEffects.usedBy(trial, evidence.catalogue())
            .map(technique -> technique.id())
            .toList();
    return ids.isEmpty() ? new Cell.Empty() : new Cell.Tags(ids);
  }

  private static Optional<String> mark(TrialRecord trial, Evidence evidence) {
    if (evidence.best().filter(best -> best.number() == trial.number()).isPresent()) {
      return Optional.of(Evidence.BEST);
    }
    return Evidence.isBaseline(trial) ? Optional.of(Evidence.BASELINE) : Optional.empty();
  }

  /** The last epoch that anything was read or reported in. */
  private static OptionalDouble epochs(TrialRecord trial, Evidence evidence) {
    int read =
        evidence.search().details(trial).series().stream()
            .flatMap(series -> series.points().stream())
            .mapToInt(MetricSeries.Point::step)
            .max()
            .orElse(0);
    int reported = trial.intermediate().isEmpty() ? 0 : trial.intermediate().lastKey();
    int epochs = Math.max(read, reported);
    return epochs == 0 ? OptionalDouble.empty() : OptionalDouble.of(epochs);
  }
}
