package org.hone.reports.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.trial.TrialRecord;

/**
 * How the search went on.
 *
 * @param steps one per complete trial with a finite score, in the order of their numbers
 */
public record History(List<Step> steps) {

  /**
   * The search after one more trial.
   *
   * @param best of the scores up to here
   */
  public record Step(int trial, double score, double best) {}

  public History {
    steps = List.copyOf(steps);
  }

  /** The history of the search, its baseline included. */
  public static History of(Evidence evidence) {
    List<Step> steps = new ArrayList<>();
    double best = Double.NaN;
    for (TrialRecord trial : evidence.scored().toList()) {
      double score = Scores.of(trial);
      boolean first = Double.isNaN(best);
      best = first || evidence.direction().isBetter(score, best) ? score : best;
      steps.add(new Step(trial.number(), score, best));
    }
    return new History(steps);
  }
}
