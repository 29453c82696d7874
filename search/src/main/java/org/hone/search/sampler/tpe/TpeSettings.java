package org.hone.search.sampler.tpe;

import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;

/**
 * How a {@link TpeSampler} goes about it; Optuna's names of the same in brackets. Immutable.
 *
 * @param startupTrials so many trials are over before anything is modelled (n_startup_trials)
 * @param candidates so many points are drawn, of which the most promising is taken
 *     (n_ei_candidates)
 * @param lineCandidates so many more are drawn along each numeric axis through the best point so
 *     far; 0 leaves it at the points drawn jointly, as Optuna does
 * @param gamma how many of so many trials are good in a study of so many objectives (gamma); of
 *     those that tell of a group of parameters at least two always are
 * @param weights of n observations from old to new (weights)
 * @param priorWeight how many observations the prior counts for (prior_weight)
 * @param trustInDefaults how long parameters' defaults draw the search, in trials: at trial n the
 *     belief that the best values lie near them counts with the power trustInDefaults/n; 0 leaves
 *     defaults to the prior's mode
 * @param multivariate when parameters are modelled jointly (multivariate and group)
 * @param constantLiar whether running trials count as bad, so that workers do not crowd
 *     (constant_liar)
 */
public record TpeSettings(
    int startupTrials,
    int candidates,
    int lineCandidates,
    IntBinaryOperator gamma,
    IntFunction<double[]> weights,
    double priorWeight,
    double trustInDefaults,
    Multivariate multivariate,
    boolean constantLiar) {
  private static final int MOST_GOOD = 25;
  private static final int MOST_OF_A_FRONT = 100;

  /** What a sampler does unless told otherwise. */
  public static final TpeSettings DEFAULT =
      new TpeSettings(
          10, 24, 8, TpeSettings::tenth, Recency::weights, 1, 10, Multivariate.MOSTLY, true);

  public TpeSettings {
    if (startupTrials < 1 || candidates < 1 || lineCandidates < 0) {
      throw new IllegalArgumentException(
          "one startup trial and one candidate are needed at least, but startupTrials=%d, candidates=%d, lineCandidates=%d"
              .formatted(startupTrials, candidates, lineCandidates));
    }
    if (!(priorWeight > 0 && priorWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the prior's weight must be positive and finite, but is " + priorWeight);
    }
    if (!(trustInDefaults >= 0 && trustInDefaults < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the trust in defaults is a number of trials, but is " + trustInDefaults);
    }
  }

  /** The same with another trust in parameters' defaults. */
  public TpeSettings withTrustInDefaults(double trials) {
    return new TpeSettings(
        startupTrials,
        candidates,
        lineCandidates,
        gamma,
        weights,
        priorWeight,
        trials,
        multivariate,
        constantLiar);
  }

  /** One tenth, but no more than 25, or than 100 with several objectives: these make a front. */
  static int tenth(int trials, int objectives) {
    int tenth = (int) Math.ceil(0.1 * trials);
    return Math.min(tenth, objectives > 1 ? MOST_OF_A_FRONT : MOST_GOOD);
  }

  /** The same with another number of trials before anything is modelled. */
  public TpeSettings withStartupTrials(int count) {
    return new TpeSettings(
        count,
        candidates,
        lineCandidates,
        gamma,
        weights,
        priorWeight,
        trustInDefaults,
        multivariate,
        constantLiar);
  }

  /** The same with other numbers of candidates. */
  public TpeSettings withCandidates(int joint, int line) {
    return new TpeSettings(
        startupTrials,
        joint,
        line,
        gamma,
        weights,
        priorWeight,
        trustInDefaults,
        multivariate,
        constantLiar);
  }

  /**
   * The same with another share of good trials.
   *
   * @param good from how many trials there are, and how many objectives, to how many of the trials
   *     are good
   */
  public TpeSettings withGamma(IntBinaryOperator good) {
    return new TpeSettings(
        startupTrials,
        candidates,
        lineCandidates,
        good,
        weights,
        priorWeight,
        trustInDefaults,
        multivariate,
        constantLiar);
  }

  /**
   * The same with other weights.
   *
   * @param byAge from how many observations there are to their weights, from old to new, none
   *     negative
   */
  public TpeSettings withWeights(IntFunction<double[]> byAge) {
    return new TpeSettings(
        startupTrials,
        candidates,
        lineCandidates,
        gamma,
        byAge,
        priorWeight,
        trustInDefaults,
        multivariate,
        constantLiar);
  }

  /** The same with another weight of the prior. */
  public TpeSettings withPriorWeight(double weight) {
    return new TpeSettings(
        startupTrials,
        candidates,
        lineCandidates,
        gamma,
        weights,
        weight,
        trustInDefaults,
        multivariate,
        constantLiar);
  }

  /** The same with parameters modelled jointly, or each alone. */
  public TpeSettings withMultivariate(Multivariate jointly) {
    return new TpeSettings(
        startupTrials,
        candidates,
        lineCandidates,
        gamma,
        weights,
        priorWeight,
        trustInDefaults,
        jointly,
        constantLiar);
  }

  /** The same with running trials avoided or left out. */
  public TpeSettings withConstantLiar(boolean avoided) {
    return new TpeSettings(
        startupTrials,
        candidates,
        lineCandidates,
        gamma,
        weights,
        priorWeight,
        trustInDefaults,
        multivariate,
        avoided);
  }
}
