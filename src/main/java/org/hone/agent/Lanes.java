package org.hone.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * The same work on several threads at once. What goes wrong on one of them ends the others too, as
 * the user's wish to stop does.
 */
final class Lanes {
  private final int count;
  private final BooleanSupplier stop;
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * @param stop whether the user wants to stop
   */
  Lanes(int count, BooleanSupplier stop) {
    this.count = count;
    this.stop = stop;
  }

  /** Whether the work should end soon. */
  boolean isOver() {
    return failed.get() || stop.getAsBoolean();
  }

  /** Works until all are done; on the calling thread if it is the only one. */
  void run(Runnable work) {
    if (count == 1) {
      work.run();
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<Void>> lanes = new ArrayList<>();
      for (int lane = 0; lane < count; lane++) {
        lanes.add(CompletableFuture.runAsync(() -> runOrFail(work), threads));
      }
      Void unused = CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException | CancellationException e) {
      throw unchecked(e);
    } finally {
      threads.shutdown();
    }
  }

  private void runOrFail(Runnable work) {
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      if (!done) {
        failed.set(true);
      }
    }
  }

  private static RuntimeException unchecked(RuntimeException wrapped) {
    if (wrapped.getCause() instanceof Error error) {
      throw error;
    }
    return wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
  }
}
