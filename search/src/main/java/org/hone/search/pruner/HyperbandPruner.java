package org.hone.search.pruner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Hyperband: brackets of asynchronous successive halving, of which some begin to end trials early
 * and some late, for one or several objectives.
 *
 * <pre>{@code
 * brackets s = 0 .. floor(log_eta(R / r)), in each the rungs r * eta^s, r * eta^(s + 1), ...
 * bracket s gets ceil(B * eta^(B - 1 - s) / (B - s)) of as many trials in all, B = number of brackets
 * }</pre>
 *
 * <p>A trial belongs to the bracket that the CRC-32 of {@code <study>_<number>} falls into, as in
 * Optuna, and competes with those of its own bracket only. NaN and infinities: as in {@link
 * SuccessiveHalvingPruner}.
 *
 * @param minResource r, at least 1
 * @param maxResource R; if empty, one more than the last step of the longest complete trial, and
 *     nothing is ended before one is complete
 * @param reductionFactor eta, at least 2
 * @param bootstrapCount as in successive halving; needs {@code maxResource}
 * @see <a href="https://jmlr.org/papers/v18/16-558.html">Li et al., JMLR 2018, Algorithm 1</a>
 */
public record HyperbandPruner(
    int minResource, OptionalInt maxResource, int reductionFactor, int bootstrapCount)
    implements Pruner {

  public HyperbandPruner {
    bracket(minResource, reductionFactor, 0, bootstrapCount);
    if (maxResource.isPresent() && maxResource.getAsInt() < minResource) {
      throw new IllegalArgumentException(
          "the maximum resource is at least the minimum, %d, but is %d"
              .formatted(minResource, maxResource.getAsInt()));
    }
    if (bootstrapCount > 0 && maxResource.isEmpty()) {
      throw new IllegalArgumentException(
          "a bootstrap count needs a maximum resource, but is %d without one"
              .formatted(bootstrapCount));
    }
  }

  /** From one step to the longest complete trial, a third of the trials goes on: as in Optuna. */
  public HyperbandPruner() {
    this(1, OptionalInt.empty(), 3, 0);
  }

  private static SuccessiveHalvingPruner bracket(
      int minResource, int reductionFactor, int rate, int bootstrapCount) {
    return new SuccessiveHalvingPruner(
        OptionalInt.of(minResource), reductionFactor, rate, bootstrapCount);
  }

  @Override
  public String id() {
    return "hyperband";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    OptionalInt most = maxResource(snapshot);
    if (most.isEmpty() || trial.intermediate().isEmpty()) {
      return false;
    }
    String study = snapshot.definition().name();
    long[] shares = shares(brackets(most.getAsInt()));
    int own = bracketOf(study, trial.number(), shares);
    return bracket(minResource, reductionFactor, own, bootstrapCount)
        .shouldPrune(
            snapshot,
            trial,
            snapshot.trials().stream()
                .filter(other -> bracketOf(study, other.number(), shares) == own)
                .toList());
  }

  private OptionalInt maxResource(StudySnapshot snapshot) {
    return maxResource.isPresent()
        ? maxResource
        : snapshot
            .in(TrialState.COMPLETE)
            .filter(trial -> !trial.intermediate().isEmpty())
            .mapToInt(trial -> trial.intermediate().lastKey() + 1)
            .max();
  }

  /** The largest s with {@code r * eta^s <= R}, and one more; in whole numbers, so exactly. */
  private int brackets(int most) {
    int brackets = 1;
    for (long step = (long) minResource * reductionFactor; step <= most; step *= reductionFactor) {
      brackets++;
    }
    return brackets;
  }

  private long[] shares(int brackets) {
    long[] shares = new long[brackets];
    for (int s = 0; s < brackets; s++) {
      int left = brackets - s;
      shares[s] = (long) Math.ceil(brackets * Math.pow(reductionFactor, left - 1) / left);
    }
    return shares;
  }

  private static int bracketOf(String study, int number, long[] shares) {
    CRC32 hash = new CRC32();
    hash.update((study + "_" + number).getBytes(UTF_8));
    long total = 0;
    for (long share : shares) {
      total += share;
    }
    long place = hash.getValue() % total;
    int bracket = 0;
    while (place >= shares[bracket]) {
      place -= shares[bracket];
      bracket++;
    }
    return bracket;
  }
}
