package org.hone.agent;

import org.hone.api.recipe.RandomState;

/** The seeds of a study's trainings, all from the study's own. */
record Seeds(long study) {

  /** Of a trial of the search. */
  long ofTrial(int number) {
    return mixed(number);
  }

  /** Of a run that confirms a recipe: the same for every recipe, so that runs pair up. */
  long ofConfirmation(int run) {
    return mixed(-run);
  }

  /**
   * Of the teacher that is trained before the search.
   *
   * @param fold that validates, from 0
   */
  long ofTeacher(int fold) {
    return mixed(Integer.MIN_VALUE) + fold;
  }

  /** The split into training and validation rows that all trials of the search share. */
  long development() {
    return study;
  }

  private long mixed(int index) {
    return new RandomState(study ^ ((long) index << 32)).nextLong() >>> 1;
  }
}
