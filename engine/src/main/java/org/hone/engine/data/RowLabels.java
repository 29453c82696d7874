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
   * @param labels with the files that they are of
   * @param source says what is predicted, classification if it does not
   * @param dealt how many of the rows are dealt out to parts
   * @throws DataException as {@link TargetRule#target}
   */
  static Target target(Place place, List<Cell> labels, DataSource source, int dealt) {
    Goal wanted = source.goal().orElse(Goal.CLASSIFICATION);
    ColumnTyper typer = new ColumnTyper(place, wanted == Goal.CLASSIFICATION);
    labels.forEach(typer::read);
    int least = source.validation().isPresent() ? 1 : 2;
    return new TargetRule(List.of(typer), Optional.of(wanted), dealt, least).target();
  }
}
