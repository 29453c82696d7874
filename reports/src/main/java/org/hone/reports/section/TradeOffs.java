package org.hone.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.TechniqueEffects;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Table.Column;
import org.hone.reports.section.Table.Row;
import org.hone.search.trial.TrialRecord;

/** What a search with several objectives leaves to choose from: its Pareto front. */
final class TradeOffs {
  private TradeOffs() {}

  /** Nothing of a search with one objective. */
  static List<Block> of(Evidence evidence) {
    List<String> objectives = evidence.objectives();
    if (objectives.size() == 1 || evidence.front().isEmpty()) {
      return List.of();
    }
    List<Column> columns = new ArrayList<>(List.of(Column.number("trial", "Trial")));
    objectives.forEach(name -> columns.add(Column.number(name, name)));
    columns.add(Column.tags("techniques", "Techniques"));
    return List.of(
        new Table(
            ("The Pareto front of %s: no other trial beats these in everything. Measured on"
                    + " validation rows; all else in this report is about %s.")
                .formatted(String.join(", ", objectives), objectives.get(0)),
            columns,
            evidence.front().stream().map(trial -> row(trial, evidence)).toList(),
            true));
  }

  private static Row row(TrialRecord trial, Evidence evidence) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Figure(trial.number(), Unit.COUNT)));
    List<String> objectives = evidence.objectives();
    for (int i = 0; i < objectives.size(); i++) {
      cells.add(new Cell.Figure(trial.values().get(i), Metric.named(objectives.get(i)).unit()));
    }
    List<String> ids =
        TechniqueEffects.usedBy(trial, evidence.catalogue())
            .map(technique -> technique.id())
            .toList();
    cells.add(ids.isEmpty() ? new Cell.Empty() : new Cell.Tags(ids));
    return new Row(cells, Optional.empty());
  }
}
