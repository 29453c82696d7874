package org.hone.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A worker, as its parent sees it. For one thread at a time. */
final class WorkerProcess implements AutoCloseable {
  private static final Duration TO_END = Duration.ofSeconds(2);
  private static final Duration TO_LEAVE = Duration.ofSeconds(1);

  private final Process process;
  private final LogTail log;
  private final Connection connection;
  private final BlockingQueue<Optional<Message>> said = new LinkedBlockingQueue<>();
  private volatile boolean gone;

  WorkerProcess(Process process, LogTail log, Connection connection) {
    this.process = process;
    this.log = log;
    this.connection = connection;
    Thread reader = new Thread(this::read, "worker %d".formatted(process.pid()));
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try {
      Optional<Message> message = connection.receive();
      while (message.isPresent()) {
        said.add(message);
        message = connection.receive();
      }
    } catch (IOException e) {
      // what became of it shows when it has ended
    } finally {
      said.add(Optional.empty());
    }
  }

  /** Whether it can be given a trial. */
  boolean isUsable() {
    return !gone && process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  LogTail log() {
    return log;
  }

  void say(Message message) throws WorkerFailure, InterruptedException {
    try {
      connection.send(message);
    } catch (IOException e) {
      throw ended();
    }
  }

  /**
   * The next thing that it says; empty if nothing comes in time.
   *
   * @throws WorkerFailure if it is gone
   */
  Optional<Message> listen(Duration patience) throws WorkerFailure, InterruptedException {
    Optional<Message> message = said.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (message == null) {
      return Optional.empty();
    }
    if (message.isEmpty()) {
      throw ended();
    }
    return message;
  }

  private WorkerFailure ended() throws InterruptedException {
    gone = true;
    if (!process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      return new WorkerFailure("the worker closed its connection");
    }
    List<String> lines = log.lastLines();
    int status = process.exitValue();
    return new WorkerFailure(Ending.of(status, lines), Ending.isFromOutside(status, lines));
  }

  /** Ends it, and whatever it started, by force. */
  void kill() throws InterruptedException {
    gone = true;
    kill(process);
  }

  static void kill(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    boolean unused = process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets it leave, which takes no time unless it is stuck. */
  @Override
  public void close() {
    gone = true;
    try {
      connection.close();
      if (!process.waitFor(TO_LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
