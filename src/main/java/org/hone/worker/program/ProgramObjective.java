package org.hone.worker.program;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.hone.search.study.Objective;
import org.hone.search.study.Outcome;
import org.hone.search.study.Trial;
import org.hone.search.trial.TrialRecord;

/**
 * What a program measures. Each worker has a program of its own; one that dies, hangs or talks
 * nonsense fails its trial only, and is started again.
 *
 * <p>An interrupt ends the program of the interrupted trial.
 */
public final class ProgramObjective implements Objective, AutoCloseable {
  private static final Outcome CUT_OFF = Outcome.failed(TrialRecord.INTERRUPTED);

  private final List<Worker> workers;
  private final BlockingQueue<Worker> idle;
  private final FirstWords firstWords = new FirstWords();
  private final BooleanSupplier stop;

  /**
   * No program is started yet.
   *
   * @param count how many trials run at once
   * @param errors is told what the programs write to their standard error
   * @param stop whether to end; is asked again and again
   */
  public ProgramObjective(
      ProgramSettings settings, int count, ProgramErrors errors, BooleanSupplier stop) {
    this.stop = stop;
    workers =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> new Worker(number, settings, errors, firstWords, this::isOver))
            .toList();
    idle = new ArrayBlockingQueue<>(count, true, workers);
  }

  /** Has a program measure the trial; when all is {@linkplain #isOver over}, cuts it off. */
  @Override
  public Outcome evaluate(Trial trial) throws InterruptedException {
    Worker worker = idle.take();
    try {
      return isOver() ? CUT_OFF : worker.run(trial);
    } catch (ProgramFailure e) {
      return isOver() ? CUT_OFF : Outcome.failed(String.valueOf(e.getMessage()));
    } finally {
      idle.add(worker);
    }
  }

  /** Whether no more trials are run: the user wants to stop, or programs cannot be run at all. */
  public boolean isOver() {
    return stop.getAsBoolean() || hopeless().isPresent();
  }

  /**
   * Why the program was given up, in one sentence: the shell does not find it, or it ended again
   * and again before it said anything.
   */
  public Optional<String> hopeless() {
    return firstWords.hopeless();
  }

  /** Ends the programs, which may finish what they are at. */
  @Override
  public void close() {
    workers.forEach(Worker::endInput);
    workers.forEach(Worker::leave);
  }
}
