package org.hone.search.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.hone.search.space.Direction;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Invented pasts of studies with several objectives. */
public final class ManyObjectives {
  private ManyObjectives() {}

  /** A study in which these trials have happened. */
  public static StudySnapshot of(List<Direction> directions, List<TrialRecord> trials) {
    return StudySnapshot.of(
        new StudyDefinition("history", directions, Optional.empty(), Catalogue.empty()), trials);
  }

  /** So many objectives, all minimised. */
  public static List<Direction> minimized(int count) {
    return Collections.nCopies(count, Direction.MINIMIZE);
  }

  /** Complete trials at random points. */
  public static List<TrialRecord> complete(
      SearchSpace space, int count, Function<ParameterValues, List<Double>> objectives, long seed) {
    return Histories.complete(space, count, point -> 0, seed).stream()
        .map(
            trial ->
                new TrialDraft(trial.id(), trial.number(), TrialState.COMPLETE)
                    .parameters(trial.parameters())
                    .values(objectives.apply(trial.parameters()))
                    .record())
        .toList();
  }

  /**
   * Everything that {@link Histories#mixed} has; complete trials with ordinary, equal and infinite
   * values, a third of them with constraints, respected or not.
   */
  public static List<TrialRecord> mixed(SearchSpace space, int count, int objectives, long seed) {
    Random random = new Random(seed);
    List<TrialRecord> trials = new ArrayList<>();
    for (TrialRecord trial : Histories.mixed(space, count, seed)) {
      TrialDraft draft = new TrialDraft(trial.id(), trial.number(), trial.state());
      draft.parameters(trial.parameters());
      trial.intermediate().forEach(draft::intermediate);
      if (trial.state() == TrialState.COMPLETE) {
        draft.values(random.ints(objectives, 0, 8).mapToObj(ManyObjectives::value).toList());
        if (random.nextInt(3) == 0) {
          draft.systemAttribute(
              TrialRecord.CONSTRAINTS,
              List.of(random.nextGaussian(), -1 + 2.0 * random.nextInt(2)));
        }
      }
      trials.add(draft.record());
    }
    return trials;
  }

  private static double value(int kind) {
    return switch (kind) {
      case 0 -> Double.POSITIVE_INFINITY;
      case 1 -> Double.NEGATIVE_INFINITY;
      default -> kind / 4.0;
    };
  }

  /**
   * The same study with one objective seen in a mirror: the other direction, its values negated.
   */
  public static StudySnapshot mirrored(StudySnapshot snapshot, int objective) {
    List<Direction> directions = new ArrayList<>(snapshot.definition().directions());
    directions.set(
        objective,
        directions.get(objective) == Direction.MINIMIZE ? Direction.MAXIMIZE : Direction.MINIMIZE);
    return of(
        directions, snapshot.trials().stream().map(trial -> mirrored(trial, objective)).toList());
  }

  private static TrialRecord mirrored(TrialRecord trial, int objective) {
    TrialDraft draft = new TrialDraft(trial.id(), trial.number(), trial.state());
    draft.parameters(trial.parameters());
    trial
        .intermediate()
        .forEach((step, value) -> draft.intermediate(step, objective == 0 ? -value : value));
    trial.systemAttributes().forEach(draft::systemAttribute);
    if (!trial.values().isEmpty()) {
      List<Double> values = new ArrayList<>(trial.values());
      values.set(objective, -values.get(objective));
      draft.values(values);
    }
    return draft.record();
  }
}
