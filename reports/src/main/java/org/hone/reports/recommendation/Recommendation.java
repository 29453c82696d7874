package org.hone.reports.recommendation;

import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Evidence;

/**
 * The verdict with the figures it rests on.
 *
 * @param sentence why, with figures
 * @param next what to do about it
 */
public record Recommendation(Verdict verdict, String sentence, String next) {

  /** The recommendation that follows from the evidence. */
  public static Recommendation of(Evidence evidence) {
    return new Judgement(evidence, Comparison.of(evidence)).recommendation();
  }
}
