package org.hone.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hone.api.recipe.Inference;
import org.hone.api.training.Checkpointing;
import org.hone.api.training.Decision;
import org.hone.api.training.Terms;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The terms of a training that has a teacher.
 *
 * @param known what teachers said in earlier trainings
 * @param lesson who teaches which rows
 */
record TaughtTerms(Terms trial, Inference ofTeacher, SoftLabels known, SoftLabels.Lesson lesson)
    implements Terms {

  @Override
  public INDArray softLabels(Supplier<INDArray> asked) {
    return known.of(lesson, asked);
  }

  @Override
  public Optional<Inference> teacher() {
    return Optional.of(ofTeacher);
  }

  @Override
  public long seed() {
    return trial.seed();
  }

  @Override
  public int epochs() {
    return trial.epochs();
  }

  @Override
  public Decision report(int epoch, double score, Map<String, Double> readings) {
    return trial.report(epoch, score, readings);
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
  public Optional<Checkpointing> checkpointing() {
    return trial.checkpointing();
  }

  @Override
  public void note(String line) {
    trial.note(line);
  }
}
