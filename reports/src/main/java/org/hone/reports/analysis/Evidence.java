package org.hone.reports.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hone.search.space.Direction;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.ParetoFront;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Everything a report is made from.
 *
 * @param search the trial whose user attribute {@value #ROLE} is {@value #BASELINE} has all
 *     techniques off; the others are the search
 * @param confirmation the baseline's and the best recipe trained again with several seeds; its
 *     trials' parameters are {@value #RECIPE} ({@value #BASELINE} or {@value #BEST}) and {@value
 *     #SEED}, its trials' values are scores on test data that the search never saw
 */
public record Evidence(
    Context context, StudyEvidence search, Optional<StudyEvidence> confirmation) {

  /** User attribute of a search trial: the part it plays. */
  public static final String ROLE = "role";

  /** User attribute of a search with several objectives: their names, in order. */
  public static final String OBJECTIVES = "hone:objectives";

  /** Parameter of a confirmation trial: which recipe it trains. */
  public static final String RECIPE = "recipe";

  /** Parameter of a confirmation trial: what its randomness follows from. */
  public static final String SEED = "seed";

  /** The recipe with all techniques off. */
  public static final String BASELINE = "baseline";

  /** The recipe the search liked best. */
  public static final String BEST = "best";

  public Evidence {
    confirmation.ifPresent(study -> requireSameDirection(search, study));
  }

  private static void requireSameDirection(StudyEvidence search, StudyEvidence confirmation) {
    if (search.direction() != confirmation.direction()) {
      throw new IllegalArgumentException(
          "search and confirmation measure the same, but one is to %s and the other to %s"
              .formatted(search.direction(), confirmation.direction()));
    }
  }

  /** Whether scores are better when smaller or when larger. */
  public Direction direction() {
    return search.direction();
  }

  /** The techniques the search chose among. */
  public Catalogue catalogue() {
    return search.snapshot().definition().catalogue();
  }

  /** The trial with all techniques off. */
  public Optional<TrialRecord> baseline() {
    return search.snapshot().trials().stream().filter(Evidence::isBaseline).findFirst();
  }

  /** Whether the trial is the search's baseline. */
  public static boolean isBaseline(TrialRecord trial) {
    return BASELINE.equals(trial.userAttributes().get(ROLE));
  }

  /**
   * The recipe to hold against the baseline: the complete trial with the best finite score, the
   * earliest among equals. The baseline itself only if no other trial has a score, since its own
   * score may be a lucky one, and two runs of it compare nothing.
   */
  public Optional<TrialRecord> best() {
    return scored()
        .filter(trial -> !isBaseline(trial))
        .reduce((a, b) -> direction().isBetter(Scores.of(b), Scores.of(a)) ? b : a)
        .or(() -> scored().findFirst());
  }

  /** The trials among which {@link #best} is the best. */
  public List<TrialRecord> candidates() {
    List<TrialRecord> others = scored().filter(trial -> !isBaseline(trial)).toList();
    return others.isEmpty() ? scored().toList() : others;
  }

  /**
   * The baseline's score, if it has one and no other trial has a better one, so that {@link #best}
   * is the best of the others only.
   */
  public OptionalDouble unsurpassed() {
    OptionalDouble score =
        baseline().filter(Scores::isScored).map(TrialRecord::value).orElse(OptionalDouble.empty());
    return score.isPresent()
            && best()
                .filter(trial -> !isBaseline(trial))
                .filter(trial -> !direction().isBetter(Scores.of(trial), score.getAsDouble()))
                .isPresent()
        ? score
        : OptionalDouble.empty();
  }

  /** Whether nothing was searched: the one trial there is trained what the study file fixes. */
  public boolean isOneRecipe() {
    List<TrialRecord> trials = search.snapshot().trials();
    return trials.size() == 1 && isBaseline(trials.get(0)) && Scores.isScored(trials.get(0));
  }

  /** What the search aims at: several objectives, or the metric alone. */
  public List<String> objectives() {
    return search.snapshot().userAttributes().get(OBJECTIVES) instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of(context.metric().name());
  }

  /**
   * The complete trials that no other beats in every objective, the best of the first objective
   * first.
   */
  public List<TrialRecord> front() {
    StudySnapshot snapshot = search.snapshot();
    return ParetoFront.of(snapshot).stream()
        .sorted(Comparator.comparingDouble(trial -> snapshot.losses(trial)[0]))
        .toList();
  }

  /** The complete trials with a finite score, in the order of their numbers. */
  public Stream<TrialRecord> scored() {
    return search.snapshot().trials().stream().filter(Scores::isScored);
  }
}
