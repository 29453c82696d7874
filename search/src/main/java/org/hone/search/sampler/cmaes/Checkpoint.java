package org.hone.search.sampler.cmaes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * A run at the beginning of a generation. Immutable.
 *
 * <p>A generation is closed by the first trials of it to finish, as many as the population has: by
 * the time they ended, then by number. What finishes later is ignored.
 *
 * @param generation from 0
 * @param from no trial of this generation has a smaller number
 * @param witnesses the numbers of trials that must be known (and finished, except for the very
 *     first generation's) for the run to have come this far
 */
record Checkpoint(Run run, int generation, int from, List<Integer> witnesses) {
  private static final Comparator<TrialRecord> AS_THEY_ENDED =
      Comparator.comparing((TrialRecord trial) -> trial.completed().orElse(Instant.MIN))
          .thenComparingInt(TrialRecord::number);

  /** Whether the run comes this far with what the snapshot knows. */
  boolean isWithin(StudySnapshot snapshot) {
    for (int witness : witnesses) {
      if (witness >= snapshot.trials().size() || !isKnown(snapshot.trials().get(witness))) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(TrialRecord witness) {
    return generation > 0
        ? witness.state().isFinished()
        : Note.of(witness, run.model().encoding.signature).isPresent();
  }

  /** The next generation's beginning, once this one is closed. */
  Optional<Checkpoint> next(StudySnapshot snapshot) {
    List<TrialRecord> ended = new ArrayList<>();
    int signature = run.model().encoding.signature;
    for (int i = from; i < snapshot.trials().size(); i++) {
      TrialRecord trial = snapshot.trials().get(i);
      if (trial.state().isFinished()
          && !trial.isInterrupted()
          && Note.of(trial, signature).filter(n -> n.generation() == generation).isPresent()) {
        ended.add(trial);
      }
    }
    return ended.size() < run.population() ? Optional.empty() : Optional.of(after(ended, snapshot));
  }

  private Checkpoint after(List<TrialRecord> ended, StudySnapshot snapshot) {
    int earliest = ended.get(0).number();
    List<TrialRecord> told =
        ended.stream()
            .sorted(AS_THEY_ENDED)
            .limit(run.population())
            .sorted(Ranking.of(snapshot))
            .toList();
    List<Individual> ranked = told.stream().map(this::individual).toList();
    double[] losses = snapshot.losses(told.get(0));
    double best = losses.length == 0 ? Double.POSITIVE_INFINITY : losses[0];
    Run next = run.next(ranked, best, seed(told.get(0)));
    return new Checkpoint(
        next, generation + 1, earliest, told.stream().map(TrialRecord::number).toList());
  }

  private Individual individual(TrialRecord trial) {
    Model model = run.model();
    double[] coordinates = model.encoding.space.coordinates(trial.parameters());
    return model.individual(model.draw(seed(trial)), coordinates);
  }

  private int seed(TrialRecord trial) {
    return Note.of(trial, run.model().encoding.signature).orElseThrow().seed();
  }
}
