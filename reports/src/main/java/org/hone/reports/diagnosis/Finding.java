package org.hone.reports.diagnosis;

/**
 * Something the curves or the trials show.
 *
 * @param evidence the figures that show it, in one or two sentences
 */
public record Finding(Kind kind, String evidence) {

  /** What was found. */
  public enum Kind {
    /** Validation loss rises while training loss falls. */
    OVERFITTING(
        "The baseline overfits", "Regularization, augmentation or stopping earlier can help."),
    /** The last epochs still pay. */
    STILL_IMPROVING(
        "The baseline is not done when it ends",
        "More epochs or a faster schedule can help; scores at this budget favour fast learners."),
    /** The last half brings nothing. */
    PLATEAU(
        "The baseline stands still for half of its training",
        "A decaying learning rate can move it on; otherwise half of the budget would do."),
    /** Training loss hardly falls. */
    NOT_LEARNING(
        "The baseline hardly learns",
        "Look at learning rate, initialization and labels before any other technique."),
    /** Readings are NaN or infinite. */
    NOT_FINITE(
        "The baseline's figures leave the numbers",
        "A smaller learning rate, gradient clipping or normalization can help."),
    /** Trials fail. */
    FAILING_TRIALS(
        "Trials fail",
        "Effects are those of the trials that lived; see the reasons before believing them.");

    private final String title;
    private final String meaning;

    Kind(String title, String meaning) {
      this.title = title;
      this.meaning = meaning;
    }

    /** The finding in a few words. */
    public String title() {
      return title;
    }

    /** What may follow from it. */
    public String meaning() {
      return meaning;
    }
  }
}
