package org.hone.worker;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.agent.SharedSplits;
import org.hone.agent.TaskSource;
import org.hone.agent.TrialOrder;
import org.hone.agent.TuningPlan;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.mapped.PreparedFile;

/**
 * Sees to it that the splits of large data lie in files, so that workers need not read the data and
 * have them in memory but once. What cannot be written is read by each worker itself. Thread-safe.
 */
final class Sharing implements AutoCloseable {
  /** System property: how many bytes of encoded rows are shared rather than read by each worker. */
  static final String FROM = "hone.share.from";

  private static final long USUAL_FROM = 64L << 20;

  private final TuningPlan plan;
  private final SharedSplits splits;
  private final long from;
  private final int most;
  private final Deque<PreparedFile> files = new ArrayDeque<>();
  private Optional<Boolean> large = Optional.empty();
  private Optional<String> trouble = Optional.empty();

  /**
   * @param workers each of which may need a split of its own
   * @param from how many bytes of rows are shared
   */
  Sharing(TuningPlan plan, int workers, long from) {
    this.plan = plan;
    this.splits = SharedSplits.in(plan.file().output(), plan.source().dataHash());
    this.from = from;
    this.most = Math.max(plan.source().folds(), workers) + 1;
  }

  /** From as many bytes on as {@link #FROM} says. */
  Sharing(TuningPlan plan, int workers) {
    this(plan, workers, Long.getLong(FROM, USUAL_FROM));
  }

  /** Where a new worker finds splits; the first that it needs are there. Empty if nothing is. */
  synchronized Optional<SharedSplits> forNewWorker() {
    provide(plan.source().developmentSeed(), plan.source().folds() - 1);
    return isOn() ? Optional.of(splits) : Optional.empty();
  }

  /**
   * Makes sure that the splits of a trial are there.
   *
   * @return what the user should know, once
   */
  synchronized Optional<String> forTrial(TrialOrder order) {
    int folds = plan.source().folds();
    IntStream.range(order.test() ? folds - 1 : 0, folds)
        .forEach(fold -> provide(order.developmentSeed(), fold));
    Optional<String> said = trouble;
    trouble = Optional.empty();
    return said;
  }

  private boolean isOn() {
    return large.orElse(false);
  }

  private void provide(long developmentSeed, int fold) {
    TaskSource source = plan.source();
    if (!large.orElse(true)) {
      return;
    }
    PreparedFile file = splits.file(plan.file().data(), source.plan(developmentSeed, fold));
    if (files.remove(file) || (isOn() && file.open().isPresent())) {
      files.addLast(file);
      return;
    }
    Prepared split = source.split(developmentSeed, fold);
    if (large.isEmpty()) {
      large = Optional.of(PreparedFile.bytes(split) >= from && PreparedFile.fits(split));
    }
    if (isOn()) {
      write(file, split);
    }
  }

  private void write(PreparedFile file, Prepared split) {
    try {
      file.write(split);
      files.addLast(file);
      while (files.size() > most) {
        delete(files.removeFirst().file());
      }
    } catch (IOException e) {
      // one that does not fit today does not fit later either
      large = Optional.of(false);
      trouble =
          Optional.of(
              "the rows cannot be shared between workers (%s); each reads them itself"
                  .formatted(reason(e)));
    }
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof FileSystemException file && file.getReason() == null
        ? "%s: %s".formatted(file.getClass().getSimpleName(), message)
        : message;
  }

  /** Whoever has it mapped keeps it; on Windows it then stays for the next time. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // in use
    }
  }

  /** Deletes the files, which cost more room than time. */
  @Override
  public synchronized void close() {
    files.forEach(file -> delete(file.file()));
    files.clear();
    delete(splits.folder());
  }
}
