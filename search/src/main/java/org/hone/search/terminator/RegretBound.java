package org.hone.search.terminator;

import org.hone.search.sampler.gp.Surrogate;
import org.hone.search.trial.StudySnapshot;

/**
 * Stops when a Gaussian process is confident that no point is better than the best trial by more
 * than an error that does not matter: the noise of the objective, such as the standard deviation of
 * a cross-validated score, or what the user does not care about.
 *
 * <p>For one objective (of several, the first is watched). It needs at least ten trials. In a study
 * without a declared space it sees the parameters that all trials have.
 *
 * @param error in the objective's unit, not negative
 * @param delta the probability with which the bound may be wrong, within (0, 1); Optuna's is 0.1
 * @see <a href="https://arxiv.org/abs/2104.08166">Makarova et al., Automatic termination for
 *     hyperparameter optimization, AutoML 2022</a>
 */
public record RegretBound(double error, double delta) implements Terminator {
  public RegretBound {
    if (!(error >= 0)) {
      throw new IllegalArgumentException("an error is not negative, but error=" + error);
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException("a probability needs 0 < delta < 1, but delta=" + delta);
    }
  }

  /** With a probability of 0.1 of stopping too early. */
  public static RegretBound below(double error) {
    return new RegretBound(error, 0.1);
  }

  @Override
  public boolean shouldStop(StudySnapshot snapshot) {
    return Surrogate.of(snapshot, CommonSpace.of(snapshot))
        .map(belief -> belief.unit() * belief.regretBound(delta) <= error)
        .orElse(false);
  }
}
