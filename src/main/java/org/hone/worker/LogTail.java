package org.hone.worker;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hone.worker.program.LineSource;

/** The last lines that a process prints; a thread of its own reads them. Thread-safe. */
final class LogTail {
  private static final int LINES = 20;
  private static final int LONGEST_LINE = 400;
  private static final Duration TO_FINISH = Duration.ofSeconds(1);

  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread reader;

  LogTail(InputStream output) {
    reader = new Thread(() -> read(new LineSource(output, LONGEST_LINE)), "worker log");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(LineSource source) {
    Optional<String> line = source.next();
    while (line.isPresent()) {
      add(line.get().stripTrailing());
      line = source.next();
    }
  }

  private synchronized void add(String line) {
    if (!line.isEmpty()) {
      lines.addLast(line);
    }
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
  }

  /** Forgets what was printed so far. */
  synchronized void clear() {
    lines.clear();
  }

  /** What was printed last. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** What was printed last, when the process is dead and prints no more. */
  List<String> lastLines() throws InterruptedException {
    reader.join(TO_FINISH.toMillis());
    return lines();
  }
}
