package org.hone.search.importance;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * How much each parameter matters, from the trials of a study alone: also of one whose parameters
 * are declared as its trials run. Immutable.
 *
 * <p>Complete trials count, infinite values included, and trials that failed of themselves or broke
 * a constraint count as the worst; pruned, running and interrupted ones do not count.
 */
public sealed interface Importance permits PedAnova, Fanova {

  /**
   * What it takes to reach the best 10 % of the trials; fast, knows conditions. The default choice.
   */
  static PedAnova pedAnova() {
    return new PedAnova(0.1, 1, true);
  }

  /** Shares of the variance over the whole space, by a random forest. */
  static Fanova fanova() {
    return new Fanova(64, 1, 0);
  }

  /**
   * The importance of every parameter of the study's trials.
   *
   * @return by name, most important first; each within [0, 1], together 1, or all 0 if nothing that
   *     the trials did made a difference
   * @throws IllegalArgumentException if there are too few trials (the message says how many are
   *     needed), or several objectives where only one can be explained
   */
  Map<String, Double> evaluate(StudySnapshot snapshot);

  /**
   * The importance for one of the objectives.
   *
   * @param objective its index, from 0
   * @throws IllegalArgumentException as {@link #evaluate(StudySnapshot)}, or if there is no such
   *     objective
   */
  Map<String, Double> evaluate(StudySnapshot snapshot, int objective);

  /**
   * The importance for something else, such as the duration.
   *
   * @param target of a complete trial, the smaller the better; trials for which it is NaN do not
   *     count
   * @throws IllegalArgumentException as {@link #evaluate(StudySnapshot)}
   */
  Map<String, Double> evaluate(StudySnapshot snapshot, ToDoubleFunction<TrialRecord> target);
}
