package org.hone.reports.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.search.space.Direction;
import org.hone.search.trial.Catalogue;

/**
 * How trials with a technique did beside trials without it, as seen in the search. A search is not
 * an experiment: the sampler uses what looks good more often, and together with what else looks
 * good.
 *
 * @param inBest whether the best recipe uses it
 * @param with scores of the complete trials that use it
 * @param without scores of the complete trials that do not, the baseline's among them
 * @param unfinished trials that use it and were pruned or failed, or scored infinity
 * @param together the techniques of which every complete trial uses all or none, in the order of
 *     the catalogue; itself alone if there are too few trials to compare
 * @param difference typical difference of a trial with it and one without; empty if there are fewer
 *     than three trials on a side, or if it is told of the first of those that are together
 * @param interval of the difference; empty if there are too few trials
 * @param p two-sided, adjusted for the number of techniques; empty if there is no difference
 */
public record TechniqueEffect(
    Catalogue.Entry technique,
    boolean inBest,
    Sample with,
    Sample without,
    int unfinished,
    List<String> together,
    OptionalDouble difference,
    Optional<Interval> interval,
    OptionalDouble p) {
  private static final double SIGNIFICANT = 0.05;

  public TechniqueEffect {
    together = List.copyOf(together);
  }

  /** The technique that its figures are told of, since no trial used one without the other. */
  public Optional<String> toldOf() {
    return Optional.of(together.get(0)).filter(first -> !first.equals(technique.id()));
  }

  /** Whether trials with it did better than trials without; false if that is not known. */
  public boolean isBetterWith(Direction direction) {
    return direction.isBetter(difference.orElse(Double.NaN), 0);
  }

  /** Whether the difference stands out after the adjustment. */
  public boolean standsOut() {
    return p.isPresent() && p.getAsDouble() <= SIGNIFICANT;
  }
}
