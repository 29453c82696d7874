package org.hone.search.sampler.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The finished trials, of whatever origin, that have a parameter of the space and can still be
 * selected: those that fewer than {@value #MOST_SELECTED} others dominate. (Whoever is dominated by
 * so many comes after all of them, and changes no other's rank.) Trials without values, failed or
 * pruned, are the least fit; interrupted ones do not count. Immutable.
 */
final class Contenders {
  /** No selection takes more. */
  private static final int MOST_SELECTED = 50;

  private static final int FEWEST_SELECTED = 8;
  private static final int TRIALS_PER_SELECTED = 5;
  private static final int FIRST = 20;

  private final SearchSpace space;
  private final BitSet read;
  private final int counted;
  private final List<Contender> contenders;

  /** One of them, and by how many it is dominated. */
  private record Contender(Individual individual, int dominators) {}

  private Contenders(SearchSpace space, BitSet read, int counted, List<Contender> contenders) {
    this.space = space;
    this.read = read;
    this.counted = counted;
    this.contenders = contenders;
  }

  /** Reads on where an earlier call, of whatever sampler of this package, has stopped. */
  static Contenders of(StudySnapshot snapshot, SearchSpace space) {
    return snapshot.memo(Contenders.class, known -> of(snapshot, space, known));
  }

  private static Contenders of(
      StudySnapshot snapshot, SearchSpace space, Optional<Contenders> known) {
    BitSet finished = new BitSet();
    for (TrialRecord trial : snapshot.trials()) {
      if (trial.state().isFinished()) {
        finished.set(trial.number());
      }
    }
    Contenders before =
        known
            .filter(it -> it.space.equals(space) && it.isWithin(finished))
            .orElseGet(() -> new Contenders(space, new BitSet(), 0, List.of()));
    return before.read.equals(finished) ? before : before.plus(snapshot, finished);
  }

  private boolean isWithin(BitSet finished) {
    BitSet beyond = (BitSet) read.clone();
    beyond.andNot(finished);
    return beyond.isEmpty();
  }

  private Contenders plus(StudySnapshot snapshot, BitSet finished) {
    List<Contender> kept = new ArrayList<>(contenders);
    int count = counted;
    for (TrialRecord trial : snapshot.trials()) {
      boolean isNew = finished.get(trial.number()) && !read.get(trial.number());
      if (isNew && !trial.isInterrupted() && isKnown(trial)) {
        count++;
        kept = plus(kept, individual(snapshot, trial));
      }
    }
    return new Contenders(space, finished, count, kept);
  }

  private boolean isKnown(TrialRecord trial) {
    return Arrays.stream(space.coordinates(trial.parameters())).anyMatch(x -> !Double.isNaN(x));
  }

  private Individual individual(StudySnapshot snapshot, TrialRecord trial) {
    double[] losses = new double[snapshot.definition().directions().size()];
    Arrays.fill(losses, Double.POSITIVE_INFINITY);
    boolean complete = trial.state() == TrialState.COMPLETE;
    return new Individual(
        trial.number(),
        space.coordinates(trial.parameters()),
        complete ? snapshot.losses(trial) : losses,
        complete ? trial.violation() : Double.POSITIVE_INFINITY);
  }

  private static List<Contender> plus(List<Contender> contenders, Individual fresh) {
    List<Contender> kept = new ArrayList<>(contenders.size() + 1);
    int dominators = 0;
    for (Contender contender : contenders) {
      Individual other = contender.individual();
      dominators += other.dominates(fresh) ? 1 : 0;
      int those = contender.dominators() + (fresh.dominates(other) ? 1 : 0);
      if (those < MOST_SELECTED) {
        kept.add(those == contender.dominators() ? contender : new Contender(other, those));
      }
    }
    if (dominators < MOST_SELECTED) {
      kept.add(new Contender(fresh, dominators));
    }
    return kept;
  }

  /** Whether evolution has something to begin with; until then points are spread. */
  boolean areEnough() {
    return counted >= FIRST;
  }

  /** How many to select: more as there are more to select from, so that small budgets suffice. */
  int populationSize() {
    return Math.max(FEWEST_SELECTED, Math.min(MOST_SELECTED, counted / TRIALS_PER_SELECTED));
  }

  /** In the order of their trials; infinite losses a little beyond all finite ones. */
  List<Individual> individuals() {
    List<Individual> individuals =
        contenders.stream()
            .map(Contender::individual)
            .sorted(Comparator.comparingInt(Individual::number))
            .toList();
    return FiniteLosses.of(individuals);
  }
}
