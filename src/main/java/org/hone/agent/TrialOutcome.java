package org.hone.agent;

import java.util.ArrayList;
import java.util.List;
import org.hone.api.training.Meters;
import org.hone.search.study.Outcome;

/** What a report of a trial is to the study. */
record TrialOutcome(TuningPlan plan) {

  Outcome of(TrialReport report) {
    return switch (report.status()) {
      case COMPLETED -> complete(report);
      case STOPPED -> Outcome.pruned();
      case FAILED -> Outcome.failed(report.reason().orElse("failed"));
    };
  }

  /** One value per objective. */
  private Outcome complete(TrialReport report) {
    List<Double> values = new ArrayList<>(List.of(report.score().orElse(Double.NaN)));
    for (String id : plan.source().figures()) {
      Double figure = report.figures().get(Meters.figure(id));
      if (figure == null) {
        return Outcome.failed("'%s' was not measured".formatted(id));
      }
      values.add(figure);
    }
    return new Outcome.Complete(values);
  }
}
