package org.hone.search.sampler.gp;

import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Bayesian optimisation: a Gaussian process tells how good each point may be, and the point from
 * which most is to be expected is tried next.
 *
 * <p>The process knows all parameters jointly, mixed and conditional ones included (see {@link
 * Kernel}), warps its inputs, and sees the losses on two scales in turn ({@link OutputScale}).
 * Where trials run, it believes its own prediction; diverged trials count as bad as the worst,
 * pruned ones as what their curves let expect ({@link PrunedLosses}). Named constraints weigh the
 * expected improvement by the probability that they are respected; of several objectives the
 * expected growth of the dominated hypervolume is maximised.
 *
 * @see <a href="https://arxiv.org/abs/1206.2944">Snoek et al., NeurIPS 2012</a>
 * @see <a href="https://arxiv.org/abs/2012.03826">Cowen-Rivers et al., HEBO, JAIR 2022</a>
 * @see <a href="https://arxiv.org/abs/2310.20708">Ament et al., NeurIPS 2023: logarithms</a>
 */
public final class GpSampler implements Sampler {

  @Override
  public String id() {
    return "gp";
  }

  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    History history = History.of(snapshot, space);
    if (history.ended().size() < InitialDesign.SIZE || space.size() == 0) {
      return Suggestion.of(InitialDesign.next(history, random));
    }
    Model model = Model.of(history);
    AcquisitionSearch search =
        new AcquisitionSearch(space, model.acquisition(), history.tried(), random);
    return Suggestion.of(search.maximum(model.promising()));
  }
}
