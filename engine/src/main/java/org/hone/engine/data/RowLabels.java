package org.hone.engine.data;

import java.util.List;
import java.util.Optional;
import org.hone.api.training.Goal;
import org.hone.engine.data.file.Cell;

/** Labels that do not come from a column of a table. */
final class RowLabels {
  private RowLabels() {}

  /**
   * The target of labels by row.
   *
   * @param goal classification if empty
   * @throws DataException as {@link TargetRule#target}
   */
  static Target target(Place place, List<String> labels, Optional<Goal> goal) {
    Goal wanted = goal.orElse(Goal.CLASSIFICATION);
    ColumnTyper typer = new ColumnTyper(place, wanted == Goal.CLASSIFICATION);
    labels.forEach(label -> typer.read(Cell.of(label)));
    return new TargetRule(List.of(typer), Optional.of(wanted), labels.size(), 2).target();
  }
}
