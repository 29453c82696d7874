package org.hone.search.pruner;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Asynchronous successive halving, for one or several objectives.
 *
 * <pre>{@code rung k is at step r * eta^(s + k); the best 1/eta of those at a rung go on }</pre>
 *
 * <p>As in Optuna, trials are not paused: who is not among the best of those that have reached the
 * rung so far is ended there, and while there are fewer than eta of them the best goes on. Who has
 * reached which rung follows from the reports. NaN in a report ends a trial at the next rung, and
 * others do not compete with it; infinities compare as they should. With several objectives the
 * best are those of the first fronts.
 *
 * @param minResource r, at least 1; if empty, a hundredth of the longest complete trial, and
 *     nothing is ended before one is complete
 * @param reductionFactor eta, at least 2
 * @param minEarlyStoppingRate s, at least 0
 * @param bootstrapCount whoever reaches a rung among the first so many is ended; needs {@code
 *     minResource}
 * @see <a href="https://arxiv.org/abs/1810.05934">Li et al., MLSys 2020, Algorithm 2</a>
 * @see <a href="https://arxiv.org/abs/2106.12639">Schmucker et al., Multi-objective asynchronous
 *     successive halving, 2021</a>
 */
public record SuccessiveHalvingPruner(
    OptionalInt minResource, int reductionFactor, int minEarlyStoppingRate, int bootstrapCount)
    implements Pruner {
  private static final int SHARE_OF_LONGEST = 100;

  public SuccessiveHalvingPruner {
    if (minResource.isPresent() && minResource.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "the minimum resource is at least 1 step, but is " + minResource.getAsInt());
    }
    if (reductionFactor < 2) {
      throw new IllegalArgumentException(
          "a reduction factor is at least 2, but is " + reductionFactor);
    }
    if (minEarlyStoppingRate < 0 || bootstrapCount < 0) {
      throw new IllegalArgumentException(
          "early stopping rate and bootstrap count cannot be negative, but are %d and %d"
              .formatted(minEarlyStoppingRate, bootstrapCount));
    }
    if (bootstrapCount > 0 && minResource.isEmpty()) {
      throw new IllegalArgumentException(
          "a bootstrap count needs a minimum resource, but is %d without one"
              .formatted(bootstrapCount));
    }
  }

  /** Automatic minimum resource, a quarter of the trials goes on: Optuna's defaults. */
  public SuccessiveHalvingPruner() {
    this(OptionalInt.empty(), 4, 0, 0);
  }

  @Override
  public String id() {
    return "asha";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    return shouldPrune(snapshot, trial, snapshot.trials());
  }

  /**
   * Whether to end the trial.
   *
   * @param competing those to compare it with, in any state
   */
  boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial, List<TrialRecord> competing) {
    SortedMap<Integer, Double> reported = trial.intermediate();
    OptionalInt resource = reported.isEmpty() ? minResource : minResource(competing);
    if (reported.isEmpty() || resource.isEmpty()) {
      return false;
    }
    Rung rung = new Rung(resource.getAsInt() * power(minEarlyStoppingRate));
    while (rung.step() <= reported.lastKey()) {
      if (rung.isReachedBy(reported) && !isPromoted(snapshot, trial, competing, rung)) {
        return true;
      }
      rung = new Rung(rung.step() * reductionFactor);
    }
    return false;
  }

  private OptionalInt minResource(List<TrialRecord> trials) {
    if (minResource.isPresent()) {
      return minResource;
    }
    return trials.stream()
        .filter(trial -> trial.state() == TrialState.COMPLETE && !trial.intermediate().isEmpty())
        .mapToInt(trial -> Math.max(1, trial.intermediate().lastKey() / SHARE_OF_LONGEST))
        .max();
  }

  /** Beyond every step if it is too large. */
  private long power(int exponent) {
    return (long) Math.min(Integer.MAX_VALUE + 1.0, Math.pow(reductionFactor, exponent));
  }

  private boolean isPromoted(
      StudySnapshot snapshot, TrialRecord trial, List<TrialRecord> competing, Rung rung) {
    Optional<double[]> arrival = rung.arrivalOf(snapshot, trial);
    if (arrival.isEmpty()) {
      return false;
    }
    List<double[]> others =
        competing.stream()
            .filter(other -> other.number() != trial.number())
            .flatMap(other -> rung.arrivalOf(snapshot, other).stream())
            .toList();
    int places = Math.max(1, (others.size() + 1) / reductionFactor);
    return others.size() >= bootstrapCount && Rung.ahead(arrival.get(), others.stream()) < places;
  }
}
