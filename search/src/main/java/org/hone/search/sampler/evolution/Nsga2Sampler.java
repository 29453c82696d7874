package org.hone.search.sampler.evolution;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * NSGA-II: parents are selected by front and crowding distance and mated by binary tournaments.
 *
 * <p>It differs from the original, and from Optuna's, so that it serves studies of tens of trials:
 * every trial that ends can be a parent of the next one (the steady-state form, found faster by
 * Durillo et al. 2009), parents are selected from all trials, and there are a fifth as many as
 * trials, at least 8 and at most 50. The first 20 points are spread over the space. Nothing needs
 * to be remembered: who survives follows from the trials.
 *
 * <p>Any number of objectives, also one. Feasible trials come before infeasible ones, these by how
 * much they violate, and failed and pruned ones last. A parameter that exists in one parent only is
 * inherited from it. Each trial notes its parents' numbers as {@code hone:nsga2:parents}.
 *
 * @see <a href="https://doi.org/10.1109/4235.996017">Deb, Pratap, Agarwal and Meyarivan, IEEE TEVC
 *     2002</a>
 * @see <a href="https://doi.org/10.1007/978-3-642-01020-0_18">Durillo, Nebro, Luna and Alba, EMO
 *     2009: generational and steady-state</a>
 */
public final class Nsga2Sampler implements Sampler {
  private static final EnvironmentalSelection SELECTION = new Crowding();

  @Override
  public String id() {
    return "nsga2";
  }

  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    Contenders contenders = Contenders.of(snapshot, space);
    if (!contenders.areEnough()) {
      return Suggestion.of(InitialDesign.next(snapshot, space, random));
    }
    return couple(contenders.individuals(), contenders.populationSize(), random)
        .child(id(), space, random);
  }

  static Couple couple(List<Individual> individuals, int size, RandomGenerator random) {
    List<Individual> parents = SELECTION.select(individuals, size);
    return Couple.of(() -> tournament(parents, random));
  }

  /** The better of two: they are in order. */
  private static Individual tournament(List<Individual> parents, RandomGenerator random) {
    int one = random.nextInt(parents.size());
    int other = random.nextInt(parents.size());
    return parents.get(Math.min(one, other));
  }
}
