package org.hone.agent;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hone.api.training.Decision;

/**
 * Where trials run: in this process, or in others. A trial that goes wrong in any way is a report,
 * not an exception.
 */
public interface TrialRunner {

  /** Name and version of the engine it trains with. */
  String engine();

  /** What it computes on, in one line. */
  String device();

  /** How many trials it runs at once; each on a thread of its own. */
  default int slots() {
    return 1;
  }

  /**
   * Makes sure that trials can be run, before the first of them begins.
   *
   * @param stop whether to give up
   * @throws UserException if they cannot
   */
  default void prepare(BooleanSupplier stop) {}

  /** Runs a trial to its end. */
  TrialReport run(TrialOrder order, Observer observer);

  /** Who follows a running trial; called on the thread that runs it. */
  interface Observer {
    /**
     * Called before the training begins.
     *
     * @param recipe what is trained, as people read it
     */
    default void began(String recipe) {}

    /**
     * Called after each epoch.
     *
     * @param epoch finished epochs, from 1
     * @param score on the validation rows; may be NaN
     * @param readings of the trial's meters by name
     */
    Decision epoch(int epoch, double score, Map<String, Double> readings);

    /**
     * Called after each epoch of a later fold, which the trial's curve does not show.
     *
     * @param fold from 1
     * @param epoch finished epochs of this fold, from 1
     */
    default void advanced(int fold, int epoch) {}

    /** Something about the trial that the user should know, in one line. */
    default void note(String line) {}

    /** Whether the trial should end within one step. */
    boolean stopRequested();
  }
}
