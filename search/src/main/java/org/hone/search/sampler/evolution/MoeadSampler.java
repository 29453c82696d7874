package org.hone.search.sampler.evolution;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * MOEA/D: the objectives are weighed in many ways, each a problem of one objective (Tchebycheff);
 * the best trial for one weighing is mated with that of a similar weighing.
 *
 * <p>The original goes through the subproblems in turn and lets a child replace its neighbours'
 * solutions; here a subproblem is drawn for each trial, and its solution is the best of all trials,
 * so that nothing needs to be remembered. There are about a fifth as many subproblems as trials, at
 * most 50. While one trial is the best for all of them, as always with one objective, trials are
 * mated as by {@link Nsga2Sampler}. Constraints, failures, conditions and first points as there;
 * {@code hone:moead:parents} is noted.
 *
 * @see <a href="https://doi.org/10.1109/TEVC.2007.892759">Zhang and Li, IEEE TEVC 2007</a>
 * @see <a href="https://doi.org/10.1109/TEVC.2008.925798">Li and Zhang, IEEE TEVC 2009: mating
 *     beyond the neighbourhood, with a probability of 0.1</a>
 */
public final class MoeadSampler implements Sampler {
  private static final double NEIGHBOUR_PROBABILITY = 0.9;
  private static final int FEWEST_NEIGHBOURS = 3;
  private static final int SUBPROBLEMS_PER_NEIGHBOUR = 5;

  @Override
  public String id() {
    return "moead";
  }

  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    Contenders contenders = Contenders.of(snapshot, space);
    if (!contenders.areEnough()) {
      return Suggestion.of(InitialDesign.next(snapshot, space, random));
    }
    List<Individual> individuals = contenders.individuals();
    int size = contenders.populationSize();
    Decomposition problems = new Decomposition(individuals, size);
    Couple couple =
        problems.haveOneSolution()
            ? Nsga2Sampler.couple(individuals, size, random)
            : couple(problems, random);
    return couple.child(id(), space, random);
  }

  private static Couple couple(Decomposition problems, RandomGenerator random) {
    int subproblem = random.nextInt(problems.size());
    boolean near = random.nextDouble() < NEIGHBOUR_PROBABILITY;
    int reach = Math.max(FEWEST_NEIGHBOURS, problems.size() / SUBPROBLEMS_PER_NEIGHBOUR);
    int[] pool = problems.neighbourhood(subproblem, near ? reach : problems.size());
    return Couple.of(
        problems.incumbent(subproblem),
        () -> problems.incumbent(pool[random.nextInt(pool.length)]));
  }
}
