package org.hone.worker.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.agent.fake.FakeCheckpoint;
import org.hone.api.training.Decision;
import org.hone.api.training.Meters;
import org.hone.api.training.TrainingResult.Status;

/**
 * Pretends to run trials of {@link PhasedWorker#SPACE}: the score follows from point and seed. Says
 * what it is at, and takes a few milliseconds for each, so that it can be met there.
 *
 * @param enter told of each phase as it begins
 */
public record PhasedRunner(Consumer<Phase> enter) implements TrialRunner {
  /** Of each trial. */
  public static final int EPOCHS = 4;

  private static final long PHASE_MILLIS = 5;

  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String engine() {
    return "phased engine 1";
  }

  @Override
  public String device() {
    return "imagination";
  }

  @Override
  public TrialReport run(TrialOrder order, Observer observer) {
    pause(PHASE_MILLIS);
    enter.accept(Phase.TRAINING);
    double score = score(order);
    observer.began("a pretence");
    FakeCheckpoint checkpoint = new FakeCheckpoint(order.checkpoint().orElseThrow(), score);
    for (int epoch = checkpoint.epochs() + 1; epoch <= EPOCHS; epoch++) {
      enter.accept(Phase.TRAINING);
      pause(PHASE_MILLIS);
      enter.accept(Phase.REPORTING);
      Decision decision = observer.epoch(epoch, score * epoch / EPOCHS, Map.of("epoch", 1.0));
      if (decision == Decision.STOP || observer.stopRequested()) {
        return TrialReport.stopped("stopped");
      }
      enter.accept(Phase.CHECKPOINTING);
      pause(PHASE_MILLIS / 2);
      checkpoint.write(epoch);
      pause(PHASE_MILLIS / 2);
    }
    enter.accept(Phase.FINISHING);
    order.model().ifPresent(file -> save(file, score));
    pause(PHASE_MILLIS);
    return report(order, score);
  }

  private static double score(TrialOrder order) {
    double gain = order.point().contains("lift.amount") ? order.point().number("lift.amount") : 0;
    return 0.5 + gain + new SplittableRandom(order.seed()).nextDouble(0.001);
  }

  private static void save(Path file, double score) {
    try {
      Files.writeString(file, "" + score);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrialReport report(TrialOrder order, double score) {
    return new TrialReport(
        Status.COMPLETED,
        EPOCHS,
        OptionalDouble.of(score),
        order.test()
            ? Map.of(Meters.VALIDATION_SCORE, score, Meters.TEST_SCORE, score)
            : Map.of(Meters.VALIDATION_SCORE, score),
        Optional.empty(),
        List.of());
  }
}
