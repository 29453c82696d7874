package org.hone.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Turns an interrupt of the process (Ctrl-C, SIGTERM) into a wish to stop, and gives the work time
 * to store everything before the process ends. Whoever cannot wait presses Ctrl-C again, or kills
 * it: nothing that is finished is lost.
 */
final class StopSignal implements BooleanSupplier, AutoCloseable {
  /** Exit code of a process that was interrupted a second time. */
  static final int KILLED = 137;

  private static final long PATIENCE_SECONDS = 15;

  private final AtomicBoolean wanted = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private final ShutdownHook hook = ShutdownHook.install("stop", this::stopAndWait);
  private final Optional<InterruptSignal> interrupt = InterruptSignal.handle(this::interrupted);

  static StopSignal install() {
    return new StopSignal();
  }

  /** The first time is a wish, the second an order. */
  private void interrupted() {
    if (wanted.getAndSet(true)) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /** Runs while the process shuts down; the work stops within one step of the training. */
  private void stopAndWait() {
    wanted.set(true);
    try {
      boolean unused = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean getAsBoolean() {
    return wanted.get();
  }

  @Override
  public void close() {
    done.countDown();
    interrupt.ifPresent(InterruptSignal::close);
    hook.close();
  }
}
