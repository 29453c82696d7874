package org.hone.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.hone.agent.SharedSplits;
import org.hone.agent.UserException;

/**
 * Starts workers and has them read the data.
 *
 * @param silence after which a worker that gives no sign of life is given up
 * @param study the study file's text
 * @param data their hash, which a worker must come to as well
 * @param shared tells where splits lie that need not be read; asked for each worker
 */
record Hiring(
    Launcher launcher,
    Duration silence,
    String study,
    String data,
    Supplier<Optional<SharedSplits>> shared) {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration TO_COME = Duration.ofSeconds(60);

  /**
   * A worker that is ready for trials.
   *
   * @param stop whether to give up
   * @param environment variables for it beside those of this process
   * @return empty if it was given up
   * @throws WorkerFailure if it ends, or is not heard of
   * @throws UserException if it is well, but cannot work at the study
   */
  Optional<WorkerProcess> hire(BooleanSupplier stop, Map<String, String> environment)
      throws IOException, WorkerFailure, InterruptedException {
    Process process;
    Optional<Connection> connection = Optional.empty();
    LogTail log;
    try (Door door = Door.open()) {
      process = launcher.start(door, environment);
      log = new LogTail(process.getInputStream());
      try {
        connection = admit(door, process, log, stop);
      } finally {
        if (connection.isEmpty()) {
          WorkerProcess.kill(process);
        }
      }
    }
    if (connection.isEmpty()) {
      return Optional.empty();
    }
    WorkerProcess worker = new WorkerProcess(process, log, connection.get());
    boolean ready = false;
    try {
      worker.say(new Message.Setup(study, data, folder()));
      ready = isReady(worker, stop);
    } finally {
      if (!ready) {
        worker.kill();
      }
    }
    return ready ? Optional.of(worker) : Optional.empty();
  }

  private Optional<String> folder() {
    return shared.get().map(splits -> splits.folder().toAbsolutePath().toString());
  }

  private static Optional<Connection> admit(
      Door door, Process process, LogTail log, BooleanSupplier stop)
      throws IOException, WorkerFailure, InterruptedException {
    WakingTime time = new WakingTime(System::nanoTime);
    while (!stop.getAsBoolean()) {
      Optional<Connection> connection = door.admit();
      if (connection.isPresent()) {
        return connection;
      }
      if (process.waitFor(0, TimeUnit.MILLISECONDS)) {
        throw failure(Ending.of(process.exitValue(), log.lastLines()), log.lines());
      }
      if (time.passed().compareTo(TO_COME) > 0) {
        throw failure("the worker did not come within " + TO_COME.toSeconds() + " s", log.lines());
      }
    }
    return Optional.empty();
  }

  private boolean isReady(WorkerProcess worker, BooleanSupplier stop)
      throws WorkerFailure, InterruptedException {
    WakingTime time = new WakingTime(System::nanoTime);
    Duration heard = Duration.ZERO;
    while (!stop.getAsBoolean()) {
      Optional<Message> message = worker.listen(LOOK);
      if (message.isPresent() && message.get() instanceof Message.Ready ready) {
        requireSameData(ready);
        return true;
      }
      if (message.isPresent() && message.get() instanceof Message.Refusal refusal) {
        throw new UserException("a worker cannot go on with the study: " + refusal.reason());
      }
      Duration now = time.passed();
      heard = message.isPresent() ? now : heard;
      if (now.minus(heard).compareTo(silence) > 0) {
        throw failure("the worker fell silent while it read the data", worker.log().lines());
      }
    }
    return false;
  }

  private void requireSameData(Message.Ready ready) {
    if (!ready.data().equals(data)) {
      throw new UserException(
          "the data have changed since the study went on; start over with --restart, or put the old"
              + " ones back");
    }
  }

  private static WorkerFailure failure(String what, List<String> log) {
    return new WorkerFailure(log.isEmpty() ? what : what + ": " + String.join(" / ", log));
  }
}
