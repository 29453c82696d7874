package org.hone.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Inference;
import org.hone.api.training.Checkpointing;
import org.hone.api.training.Decision;
import org.hone.api.training.Terms;

/**
 * The terms of one fold of a trial. Only the first one's epochs are followed: they are the trial's
 * curve, by which it may be pruned. Each fold has a checkpoint of its own, beside that of the
 * trial.
 *
 * @param trial terms of the trial
 * @param fold from 0
 */
record FoldTerms(ObservedTerms trial, int fold) implements Terms {

  @Override
  public long seed() {
    return trial.seed() + fold;
  }

  @Override
  public int epochs() {
    return trial.epochs();
  }

  @Override
  public Decision report(int epoch, double score, Map<String, Double> readings) {
    if (fold == 0) {
      return trial.report(epoch, score, readings);
    }
    trial.observer().advanced(fold, epoch);
    return Decision.CONTINUE;
  }

  @Override
  public Optional<Checkpointing> checkpointing() {
    return trial
        .checkpointing()
        .map(kept -> new Checkpointing(FinishedFold.beside(kept.file(), fold), kept.share()));
  }

  @Override
  public boolean stopRequested() {
    return trial.stopRequested();
  }

  @Override
  public List<String> figures() {
    return trial.figures();
  }

  @Override
  public void note(String line) {
    trial.note(line);
  }

  @Override
  public Optional<Inference> teacher() {
    return trial.teacher();
  }
}
