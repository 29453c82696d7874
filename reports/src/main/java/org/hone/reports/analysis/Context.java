package org.hone.reports.analysis;

import java.util.List;
import java.util.Optional;

/**
 * What a report must be told because the trials do not say it.
 *
 * @param title of the report, such as the study's name
 * @param metric what a trial's value measures
 * @param task what is learnt from what, one line per fact
 * @param bestRecipe the best recipe as text; if empty, the best trial's provenance tells it
 */
public record Context(
    String title, Metric metric, List<String> task, Optional<String> bestRecipe, Making making) {

  public Context {
    task = List.copyOf(task);
  }
}
