package org.hone.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hone.api.training.Goal;
import org.hone.engine.data.Form;

/**
 * What is learnt from.
 *
 * @param file or folder; a bundled one may lie inside a jar, so it is opened with {@link
 *     java.nio.file.Files} only
 * @param source the file as the study file names it
 * @param label name or 1-based number of the column to predict; the last one if empty
 * @param goal detected from the label if empty
 * @param form what the rows are
 * @param ignore names or numbers of columns to leave out
 * @param categorical names or numbers of columns whose numbers are only labels
 * @param validation share of all rows that trials are compared on, within (0, 1)
 * @param test share of all rows that no trial sees, within [0, 1)
 */
public record DataSettings(
    Path file,
    String source,
    Optional<String> label,
    Optional<Goal> goal,
    Form form,
    List<String> ignore,
    List<String> categorical,
    double validation,
    double test) {
  public DataSettings {
    ignore = List.copyOf(ignore);
    categorical = List.copyOf(categorical);
    if (!(validation > 0 && test >= 0 && validation + test < 1)) {
      throw new IllegalArgumentException(
          "shares need validation > 0, test >= 0 and a sum < 1, but validation=%s, test=%s"
              .formatted(validation, test));
    }
  }
}
