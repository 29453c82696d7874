package org.hone.search.importance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Functional analysis of variance: the share of the objective's variance over the whole space that
 * each parameter explains alone, computed exactly for each tree of a random forest and averaged.
 *
 * <p>Where a parameter does not exist it explains nothing: its effect is averaged over the whole
 * space, so that a parameter of a rarely chosen branch counts for little. Parameters whose range
 * changed are seen on the widest. Losses that are infinite, and trials that failed, count as the
 * worst (or best) finite loss; where all finite ones are equal, as one more.
 *
 * @param trees of the forest; their number narrows chance, not what is estimated
 * @param best the share of the trials within which differences count: losses worse than theirs are
 *     taken as equal to the worst of them; 1 for all
 * @param seed of the forest's randomness: the same seed, the same result
 * @see <a href="https://proceedings.mlr.press/v32/hutter14.html">Hutter, Hoos and Leyton-Brown,
 *     ICML 2014</a>
 */
public record Fanova(int trees, double best, long seed) implements Importance {
  private static final int FEWEST_TRIALS = 8;

  public Fanova {
    if (trees < 1) {
      throw new IllegalArgumentException("a forest needs at least 1 tree, but trees=" + trees);
    }
    if (!(best > 0 && best <= 1)) {
      throw new IllegalArgumentException("a share of trials needs 0 < best <= 1, but best=" + best);
    }
  }

  /** The same, of differences among the best trials, such as a share of 0.1. */
  public Fanova withinBest(double share) {
    return new Fanova(trees, share, seed);
  }

  /** The same with another forest. */
  public Fanova seed(long other) {
    return new Fanova(trees, best, other);
  }

  @Override
  public Map<String, Double> evaluate(StudySnapshot snapshot) {
    int objectives = snapshot.definition().directions().size();
    if (objectives > 1) {
      throw new IllegalArgumentException(
          "fANOVA explains one objective, but study '%s' has %d: say which"
              .formatted(snapshot.definition().name(), objectives));
    }
    return evaluate(snapshot, 0);
  }

  @Override
  public Map<String, Double> evaluate(StudySnapshot snapshot, int objective) {
    return evaluate(snapshot, Observations.of(snapshot, objective));
  }

  @Override
  public Map<String, Double> evaluate(
      StudySnapshot snapshot, ToDoubleFunction<TrialRecord> target) {
    return evaluate(snapshot, Observations.of(snapshot, target));
  }

  private Map<String, Double> evaluate(StudySnapshot snapshot, Observations observations) {
    observations.require(FEWEST_TRIALS, "fANOVA", snapshot);
    List<TrialRecord> trials = observations.trials();
    List<Axis> axes = observations.names().stream().map(name -> Axis.of(name, trials)).toList();
    Samples samples = new Samples(axes, trials, standardized(observations));
    double[] shares = new double[axes.size()];
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < trees; i++) {
      Marginals marginals = new Marginals(RegressionTree.grow(samples, random), axes);
      double total = marginals.total();
      for (int d = 0; d < shares.length && total > 0; d++) {
        shares[d] += marginals.variance(d) / total;
      }
    }
    Map<String, Double> amounts = new LinkedHashMap<>();
    for (int d = 0; d < shares.length; d++) {
      amounts.put(axes.get(d).name(), shares[d]);
    }
    return Shares.of(amounts);
  }

  /** Finite, capped, and on a scale of 1, so that squares neither overflow nor vanish. */
  private double[] standardized(Observations observations) {
    double[] finite =
        Arrays.stream(observations.losses()).filter(Double::isFinite).sorted().toArray();
    double low = finite.length > 0 ? finite[0] : 0;
    double most =
        finite.length > 0 && finite[finite.length - 1] > low ? finite[finite.length - 1] : low + 1;
    double high = Math.max(low, Math.min(most, observations.cutoff(best)));
    double range = high > low ? high / 2 - low / 2 : 1;
    return Arrays.stream(observations.losses())
        .map(loss -> (Math.max(low, Math.min(loss, high)) / 2 - low / 2) / range)
        .toArray();
  }
}
