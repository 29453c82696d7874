package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hone.api.recipe.Progress;

/** Counts epochs and steps, and keeps the evaluations: the changing side of {@link Progress}. */
final class Clock implements Resumable {
  private final int epochs;
  private final List<Progress.Evaluation> evaluations = new ArrayList<>();
  private Progress now;

  /**
   * @param stepsPerEpoch what is expected until the first epoch begins
   */
  Clock(int epochs, long stepsPerEpoch) {
    this.epochs = epochs;
    this.now = new Progress(0, epochs, 0, 0, stepsPerEpoch, evaluations);
  }

  void beginEpoch(long steps) {
    now = new Progress(evaluations.size(), epochs, now.step(), 0, steps, evaluations);
  }

  void tick() {
    now =
        new Progress(
            now.epoch(),
            epochs,
            now.step() + 1,
            now.stepOfEpoch() + 1,
            now.stepsPerEpoch(),
            now.evaluations());
  }

  void endEpoch(Progress.Evaluation evaluation) {
    evaluations.add(evaluation);
    beginEpoch(now.stepsPerEpoch());
  }

  Progress now() {
    return now;
  }

  /** Between two epochs only. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(evaluations.size());
    for (Progress.Evaluation evaluation : evaluations) {
      out.writeDouble(evaluation.loss());
      out.writeDouble(evaluation.score());
    }
    out.writeLong(now.step());
    out.writeLong(now.stepsPerEpoch());
  }

  @Override
  public void restore(DataInput in) throws IOException {
    evaluations.clear();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      evaluations.add(new Progress.Evaluation(in.readDouble(), in.readDouble()));
    }
    long steps = in.readLong();
    now = new Progress(count, epochs, steps, 0, in.readLong(), evaluations);
  }
}
