package org.hone.search.space;

/** Whether an objective is better when smaller or when larger. */
public enum Direction {
  MINIMIZE,
  MAXIMIZE;

  /**
   * The value as something to minimise: itself, or negated for {@link #MAXIMIZE}. NaN stays NaN.
   */
  public double toLoss(double value) {
    return this == MINIMIZE ? value : -value;
  }

  /**
   * Whether {@code candidate} is strictly better than {@code incumbent}; false if either is NaN.
   */
  public boolean isBetter(double candidate, double incumbent) {
    return toLoss(candidate) < toLoss(incumbent);
  }
}
