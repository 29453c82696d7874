package org.hone.worker.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that was started. Threads of its own read and write, so that neither a program that
 * does not listen nor one that does not stop talking holds anybody up for longer than he wants to
 * wait.
 */
final class ProgramProcess {
  private static final int LONGEST_LINE = 1 << 20;
  private static final int LONGEST_ERROR_LINE = 1 << 12;
  private static final int LINES_AHEAD = 256;
  private static final int LAST_WORDS = 3;
  private static final int LONGEST_LAST_WORDS = 400;
  private static final Duration TO_EXIT = Duration.ofSeconds(2);
  private static final Duration TO_FINISH_WRITING = Duration.ofSeconds(1);
  private static final Duration FOR_AN_INTERRUPT = Duration.ofMillis(200);
  private static final int SIGNALS_FROM = 128;

  private final Process process;
  private final BlockingQueue<Optional<String>> said = new ArrayBlockingQueue<>(LINES_AHEAD);
  private final BlockingQueue<Optional<String>> toSay = new LinkedBlockingQueue<>();
  private final Deque<String> errors = new ArrayDeque<>();
  private final Thread errorReader;
  private final Thread outputReader;
  private boolean spoke;

  private ProgramProcess(Process process, Consumer<String> errorLines) {
    this.process = process;
    this.errorReader = daemon("errors", () -> readErrors(errorLines));
    this.outputReader = daemon("output", this::readOutput);
    daemon("input", this::writeInput);
  }

  /**
   * Starts the command in a shell.
   *
   * @param errorLines is told of each line of the program's standard error
   */
  static ProgramProcess start(String command, Consumer<String> errorLines) throws ProgramFailure {
    try {
      return new ProgramProcess(new ProcessBuilder(Shell.words(command)).start(), errorLines);
    } catch (IOException e) {
      throw new ProgramFailure("the program cannot be started: " + e.getMessage());
    }
  }

  private Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "program %d %s".formatted(process.pid(), name));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void readOutput() {
    LineSource lines = new LineSource(process.getInputStream(), LONGEST_LINE);
    try {
      Optional<String> line;
      do {
        line = lines.next();
        said.put(line);
      } while (line.isPresent());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readErrors(Consumer<String> errorLines) {
    LineSource lines = new LineSource(process.getErrorStream(), LONGEST_ERROR_LINE);
    Optional<String> line = lines.next();
    while (line.isPresent()) {
      remember(line.get());
      errorLines.accept(line.get());
      line = lines.next();
    }
  }

  private void remember(String line) {
    synchronized (errors) {
      errors.addLast(line.strip());
      if (errors.size() > LAST_WORDS) {
        errors.removeFirst();
      }
    }
  }

  private void writeInput() {
    try (OutputStream input = process.getOutputStream()) {
      Optional<String> line = toSay.take();
      while (line.isPresent()) {
        input.write((line.get() + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
        line = toSay.take();
      }
    } catch (IOException e) {
      // it does not listen any more; what became of it shows on its output
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says a line to the program, without waiting until it listens. */
  void say(String line) {
    toSay.add(Optional.of(line));
  }

  /** The program is told nothing more. */
  void endInput() {
    toSay.add(Optional.empty());
  }

  /**
   * The next line that the program says; empty if nothing comes in time.
   *
   * @throws ProgramFailure if it ends
   */
  Optional<String> listen(Duration patience) throws ProgramFailure, InterruptedException {
    Optional<String> line = said.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (line == null) {
      return Optional.empty();
    }
    if (line.isEmpty()) {
      throw new ProgramFailure("the program ended" + circumstances());
    }
    spoke = true;
    return line;
  }

  /** Whether it ever said anything. */
  boolean spoke() {
    return spoke;
  }

  /** How it ended; empty if it has not. */
  OptionalInt exitStatus() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** Whoever ends Hone by a signal may have ended the program first: that is no failure of its. */
  private String circumstances() throws InterruptedException {
    if (!process.waitFor(TO_EXIT.toMillis(), TimeUnit.MILLISECONDS)) {
      return ": it closed its standard output" + lastWords();
    }
    int status = process.exitValue();
    if (status > SIGNALS_FROM) {
      Thread.sleep(FOR_AN_INTERRUPT.toMillis());
    }
    errorReader.join(TO_FINISH_WRITING.toMillis());
    return " with exit status " + status + lastWords();
  }

  /** The last lines of its standard error. */
  private String lastWords() {
    synchronized (errors) {
      String words =
          errors.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining(" / "));
      int from = Math.max(0, words.length() - LONGEST_LAST_WORDS);
      return words.isEmpty() ? "" : ": " + words.substring(from);
    }
  }

  /** Waits until it has ended by itself; ends it after a while. */
  void leave(Duration patience) {
    endInput();
    await(process.onExit(), patience);
    kill();
  }

  /** Ends it and whatever it started: politely first, and then by force. */
  void kill() {
    List<ProcessHandle> tree =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    CompletableFuture<?> end =
        CompletableFuture.allOf(
            tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    tree.forEach(ProcessHandle::destroy);
    endInput();
    await(end, TO_EXIT);
    tree.forEach(ProcessHandle::destroyForcibly);
    await(end, TO_EXIT);
    outputReader.interrupt();
  }

  /** Also if interrupted: what was started is ended in any case. */
  private static void await(CompletableFuture<?> end, Duration patience) {
    Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
    Object unused =
        CompletableFuture.anyOf(end, CompletableFuture.runAsync(() -> {}, later)).join();
  }
}
