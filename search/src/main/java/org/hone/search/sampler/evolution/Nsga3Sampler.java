package org.hone.search.sampler.evolution;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * NSGA-III: parents are selected by front and by niches about evenly spread reference lines, which
 * keeps them apart also with three and more objectives. Any two of them are mated; infeasible ones
 * only for want of others.
 *
 * <p>In everything else as {@link Nsga2Sampler}: steady state, a population that grows with the
 * number of trials, spread first points, and {@code hone:nsga3:parents} noted. There are at most as
 * many reference lines as parents.
 *
 * @see <a href="https://doi.org/10.1109/TEVC.2013.2281535">Deb and Jain, IEEE TEVC 2014; with
 *     constraints: Jain and Deb, the same volume</a>
 */
public final class Nsga3Sampler implements Sampler {
  private static final EnvironmentalSelection SELECTION = new Niching();

  @Override
  public String id() {
    return "nsga3";
  }

  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    Contenders contenders = Contenders.of(snapshot, space);
    if (!contenders.areEnough()) {
      return Suggestion.of(InitialDesign.next(snapshot, space, random));
    }
    List<Individual> parents =
        SELECTION.select(contenders.individuals(), contenders.populationSize());
    return Couple.of(() -> tournament(parents, random)).child(id(), space, random);
  }

  /** The one that violates less, or either. */
  private static Individual tournament(List<Individual> parents, RandomGenerator random) {
    Individual one = parents.get(random.nextInt(parents.size()));
    Individual other = parents.get(random.nextInt(parents.size()));
    return other.violation() < one.violation() ? other : one;
  }
}
