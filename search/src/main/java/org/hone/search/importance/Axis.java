package org.hone.search.importance;

import java.util.List;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.trial.TrialRecord;

/**
 * One parameter as a forest sees it: positions within [0, 1], or numbers of categories.
 *
 * @param categories how many; 0 for a number
 * @param low the lower end on the parameter's own scale, after the logarithm if {@code like} is
 *     logarithmic
 * @param high the upper end
 * @param like what the latest trial that had it drew it from
 */
record Axis(String name, Distribution like, int categories, double low, double high) {

  /** Wide enough for all trials that have the parameter, or one that is compatible. */
  static Axis of(String name, List<TrialRecord> trials) {
    List<Distribution> distributions =
        trials.stream()
            .filter(trial -> trial.parameters().contains(name))
            .map(trial -> trial.parameters().distribution(name))
            .toList();
    Distribution like = distributions.get(distributions.size() - 1);
    List<Distribution> compatible =
        distributions.stream().filter(like::isCompatibleWith).distinct().toList();
    return new Axis(
        name,
        like,
        like instanceof CategoricalDistribution categorical ? categorical.choices().size() : 0,
        compatible.stream().mapToDouble(d -> scale(like, d.low())).min().orElseThrow(),
        compatible.stream().mapToDouble(d -> scale(like, d.high())).max().orElseThrow());
  }

  private static double scale(Distribution like, double value) {
    return like.log() ? Math.log(value) : value;
  }

  /** NaN where the trial does not have the parameter. */
  double position(TrialRecord trial) {
    if (!trial.parameters().contains(name)
        || !like.isCompatibleWith(trial.parameters().distribution(name))) {
      return Double.NaN;
    }
    double value = trial.parameters().raw(name);
    if (categories > 0) {
      return value;
    }
    if (low == high) {
      return 0.5;
    }
    return like.contains(value)
        ? between(like.toUnit(value), scale(like, like.low()), scale(like, like.high()))
        : (scale(like, value) - low) / (high - low);
  }

  /** From a position within another range of this parameter's scale. */
  private double between(double unit, double from, double to) {
    return (from + unit * (to - from) - low) / (high - low);
  }
}
