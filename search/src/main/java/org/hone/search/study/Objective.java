package org.hone.search.study;

/** What is optimised. */
@FunctionalInterface
public interface Objective {

  /**
   * Runs one trial. May be called by several threads at once, if the user asked for that.
   *
   * @throws Exception any exception fails the trial, with its message as the reason; the study goes
   *     on
   */
  Outcome evaluate(Trial trial) throws Exception;
}
