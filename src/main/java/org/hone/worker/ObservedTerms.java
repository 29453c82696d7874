package org.hone.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialRunner;
import org.hone.api.training.Checkpointing;
import org.hone.api.training.Decision;
import org.hone.api.training.Terms;

/**
 * An order's terms, whose reports go to whoever follows the trial.
 *
 * @param deadline value of {@link System#nanoTime} at which the training is given up
 */
record ObservedTerms(
    TrialOrder order,
    int epochs,
    List<String> figures,
    TrialRunner.Observer observer,
    long deadline)
    implements Terms {

  @Override
  public long seed() {
    return order.seed();
  }

  @Override
  public Decision report(int epoch, double score, Map<String, Double> readings) {
    return observer.epoch(epoch, score, readings);
  }

  @Override
  public Optional<Checkpointing> checkpointing() {
    return order.checkpoint().map(Checkpointing::to);
  }

  @Override
  public void note(String line) {
    observer.note(line);
  }

  /** Whether the deadline is over. */
  boolean isLate() {
    return System.nanoTime() - deadline >= 0;
  }

  @Override
  public boolean stopRequested() {
    return observer.stopRequested() || isLate();
  }
}
