package org.hone.cli;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Trials as a table for the terminal. */
final class TrialTable {
  private TrialTable() {}

  /** A line per trial; a failed one says why instead of its parameters. */
  static Table of(StudySnapshot study, List<TrialRecord> trials) {
    int objectives = study.definition().directions().size();
    Table table = new Table().column("trial", Table.Side.RIGHT).column("state", Table.Side.LEFT);
    for (int i = 0; i < objectives; i++) {
      table.column(objectives == 1 ? "value" : "value " + i, Table.Side.RIGHT);
    }
    table.column("time", Table.Side.RIGHT).column("parameters", Table.Side.LEFT);
    trials.forEach(trial -> table.row(cells(trial, objectives)));
    return table;
  }

  private static List<String> cells(TrialRecord trial, int objectives) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(trial.number()));
    cells.add(TrialText.state(trial));
    for (int i = 0; i < objectives; i++) {
      cells.add(i < trial.values().size() ? TrialText.number(trial.values().get(i)) : "");
    }
    cells.add(TrialText.time(trial));
    boolean failed = trial.state() == TrialState.FAIL;
    cells.add(failed ? TrialText.reason(trial) : TrialText.parameters(trial));
    return cells;
  }
}
