package org.hone.plugins.averaging;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.WeightRule;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Snapshot ensemble: the learning rate falls along a cosine wave several times over, and the
 * weights at the end of each cycle predict together.
 *
 * <pre>{@code alpha(t) = alpha_0 / 2 * (cos(pi * mod(t - 1, T / M) / (T / M)) + 1)}</pre>
 *
 * Name in the paper: {@code snapshots} = M, 5 there. The mean of the snapshots' predictions is the
 * prediction. An epoch that ends before the first snapshot is evaluated by the weights as they are;
 * where weights are averaged as well, their average votes in the place of the last weights.
 *
 * @see <a href="https://arxiv.org/abs/1704.00109">Huang et al., ICLR 2017, equation 2</a>
 */
public final class SnapshotEnsemble implements Technique {
  @Override
  public String id() {
    return "snapshot-ensemble";
  }

  @Override
  public Slot slot() {
    return Slot.ENSEMBLE;
  }

  @Override
  public String summary() {
    return "Trains in cycles and lets the network at the end of each vote.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Huang et al.",
        "Snapshot Ensembles: Train 1, Get M for Free",
        2017,
        "https://arxiv.org/abs/1704.00109");
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of(Slot.SCHEDULE.id());
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("snapshots", IntDistribution.of(2, 6), 5));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    int cycles = values.integer("snapshots");
    return recipe
        .withUpdate(update -> update.withSchedule(now -> Rates.of(rate(now, cycles))))
        .withWeights(run -> new Snapshots(run, cycles));
  }

  static double rate(Progress now, int cycles) {
    double done = now.fraction() * cycles;
    return (Math.cos(Math.PI * (done - Math.floor(done))) + 1) / 2;
  }

  /** The weights at the end of every cycle but the last, which are the final ones. */
  private record Snapshots(Run run, int cycles) implements WeightRule {
    private INDArray taken() {
      return run.state("snapshot-ensemble.taken", 1);
    }

    private INDArray snapshot(int number) {
      return run.state("snapshot-ensemble." + number, run.weights().length());
    }

    @Override
    public void afterUpdate() {
      int count = taken().getInt(0);
      if (count < cycles - 1 && run.progress().fraction() * cycles >= count + 1) {
        snapshot(count).assign(run.weights());
        taken().addi(1);
      }
    }

    @Override
    public List<INDArray> members() {
      return IntStream.range(0, taken().getInt(0)).mapToObj(this::snapshot).toList();
    }
  }
}
