package org.hone.reports.recommendation;

/** What the test data say of the best recipe beside the baseline. */
public enum Verdict {
  /** The interval of the difference lies on the best recipe's side of zero. */
  ADOPT("Adopt the best recipe"),
  /** The interval lies on the baseline's side of zero. */
  KEEP_BASELINE("Keep the baseline"),
  /** There was one recipe only. */
  NOTHING_COMPARED("One recipe, nothing compared"),
  /** Anything else. */
  INCONCLUSIVE("Inconclusive");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** The verdict in a few words. */
  public String label() {
    return label;
  }
}
