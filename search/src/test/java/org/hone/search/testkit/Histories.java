package org.hone.search.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.hone.search.math.Uniform;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** Invented pasts of studies. */
public final class Histories {
  private Histories() {}

  /** A study of one minimised objective without a declared space. */
  public static StudyDefinition plain(String name) {
    return new StudyDefinition(
        name, List.of(Direction.MINIMIZE), Optional.empty(), Catalogue.empty());
  }

  /** A study of one objective in which these trials have happened. */
  public static StudySnapshot of(Direction direction, List<TrialRecord> trials) {
    return StudySnapshot.of(
        new StudyDefinition("history", List.of(direction), Optional.empty(), Catalogue.empty()),
        trials);
  }

  /** Complete trials at random points. */
  public static List<TrialRecord> complete(
      SearchSpace space, int count, ToDoubleFunction<ParameterValues> objective, long seed) {
    Random random = new Random(seed);
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ParameterValues point = randomPoint(space, random);
      trials.add(
          new TrialDraft(i + 1, i, TrialState.COMPLETE)
              .parameters(point)
              .values(List.of(objective.applyAsDouble(point)))
              .record());
    }
    return trials;
  }

  /** A point of the space, each parameter drawn uniformly. */
  public static ParameterValues randomPoint(SearchSpace space, Random random) {
    return Uniform.point(space, random);
  }

  /**
   * Everything a sampler may meet: complete trials of ordinary and infinite value, pruned ones that
   * reported numbers, NaN or nothing, failed, waiting and running ones, some without parameters,
   * some of other spaces.
   */
  public static List<TrialRecord> mixed(SearchSpace space, int count, long seed) {
    Random random = new Random(seed);
    List<TrialState> states = List.of(TrialState.values());
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TrialState state = states.get(random.nextInt(states.size()));
      TrialDraft draft = new TrialDraft(i + 1, i, state);
      if (random.nextInt(4) > 0) {
        draft.parameters(randomPoint(space, random));
      }
      if (random.nextInt(4) == 0) {
        distort(draft, space, random);
      }
      for (int step = random.nextInt(4); step > 0; step--) {
        draft.intermediate(step, extreme(random, true));
      }
      if (state == TrialState.COMPLETE) {
        draft.values(List.of(extreme(random, false)));
      }
      trials.add(draft.record());
    }
    return trials;
  }

  /** Gives a parameter of the space a value and a distribution that it does not have. */
  private static void distort(TrialDraft draft, SearchSpace space, Random random) {
    if (!space.parameters().isEmpty()) {
      String name = space.parameters().get(random.nextInt(space.parameters().size())).name();
      if (random.nextBoolean()) {
        draft.parameter(name, CategoricalDistribution.of("other", "choices"), 1);
      } else {
        draft.parameter(name, FloatDistribution.of(1e6, 1e7), 2e6);
      }
    }
    draft.parameter("of another space", FloatDistribution.of(0, 1), 0.5);
  }

  private static double extreme(Random random, boolean withNan) {
    return switch (random.nextInt(withNan ? 6 : 5)) {
      case 0 -> Double.POSITIVE_INFINITY;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 5 -> Double.NaN;
      default -> random.nextGaussian();
    };
  }

  /** The same study seen in a mirror: the other direction, every value negated. */
  public static StudySnapshot mirrored(StudySnapshot snapshot) {
    Direction other =
        snapshot.direction() == Direction.MINIMIZE ? Direction.MAXIMIZE : Direction.MINIMIZE;
    return of(other, snapshot.trials().stream().map(Histories::mirrored).toList());
  }

  /** The trial with every value negated. */
  public static TrialRecord mirrored(TrialRecord trial) {
    TrialDraft draft = new TrialDraft(trial.id(), trial.number(), trial.state());
    draft.parameters(trial.parameters());
    draft.values(trial.values().stream().map(value -> -value).toList());
    trial.intermediate().forEach((step, value) -> draft.intermediate(step, -value));
    return draft.record();
  }
}
