package org.hone.search.sampler.tpe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hone.search.math.Order;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * What each trial of a study is worth, and all those that are over from good to bad. Immutable;
 * carried on from trial to trial.
 */
final class Standings {
  private final List<Direction> directions;
  private final Fidelity fidelity;
  private final TrialRecord[] trials;
  private final Standing[] standings;
  private final int[] bestFirst;

  private Standings(
      List<Direction> directions,
      Fidelity fidelity,
      TrialRecord[] trials,
      Standing[] standings,
      int[] bestFirst) {
    this.directions = directions;
    this.fidelity = fidelity;
    this.trials = trials;
    this.standings = standings;
    this.bestFirst = bestFirst;
  }

  static Standings of(StudySnapshot snapshot, Fidelity fidelity) {
    return snapshot.memo(
        Standings.class,
        (Optional<Standings> known) ->
            known
                .filter(standings -> standings.fidelity.equals(fidelity))
                .orElseGet(() -> none(snapshot, fidelity))
                .with(snapshot));
  }

  private static Standings none(StudySnapshot snapshot, Fidelity fidelity) {
    List<Direction> directions = snapshot.definition().directions();
    return new Standings(directions, fidelity, new TrialRecord[0], new Standing[0], new int[0]);
  }

  /** How many objectives the study has. */
  int objectives() {
    return directions.size();
  }

  /** A complete trial's values turned so that smaller is better. */
  double[] losses(int trial) {
    double[] losses = new double[directions.size()];
    for (int m = 0; m < losses.length; m++) {
      losses[m] = directions.get(m).toLoss(trials[trial].values().get(m));
    }
    return losses;
  }

  /** Whether no trial tells anything yet. */
  boolean isEmpty() {
    return Arrays.stream(standings).allMatch(standing -> standing.rank() == Standing.Rank.UNKNOWN);
  }

  Standing of(int trial) {
    return standings[trial];
  }

  /** Trials that are over and tell something, from good to bad by the first objective. */
  int[] bestFirst() {
    return bestFirst;
  }

  private Standings with(StudySnapshot snapshot) {
    int n = snapshot.trials().size();
    TrialRecord[] now = new TrialRecord[n];
    Standing[] next = Arrays.copyOf(standings, n);
    int[] fresh = new int[n];
    int count = 0;
    boolean goesOn = trials.length <= n;
    for (int i = 0; i < n; i++) {
      now[i] = snapshot.trials().get(i);
      if (i >= trials.length || !isSame(now[i], trials[i])) {
        goesOn &= i >= trials.length || !standings[i].isRanked();
        next[i] = Standing.of(now[i], snapshot, fidelity);
        if (next[i].isRanked()) {
          fresh[count++] = i;
        }
      }
    }
    if (!goesOn) {
      return none(snapshot, fidelity).with(snapshot);
    }
    Order.Precedence better =
        (a, b) -> {
          int comparison = next[a].compareTo(next[b]);
          return comparison < 0 || (comparison == 0 && a < b);
        };
    return new Standings(
        directions,
        fidelity,
        now,
        next,
        Order.merged(bestFirst, Arrays.copyOf(fresh, count), better));
  }

  /** Only a shortcut: equal ones that are not the same are judged anew. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(TrialRecord a, TrialRecord b) {
    return a == b;
  }
}
