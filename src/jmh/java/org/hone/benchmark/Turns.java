package org.hone.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Decision;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingEngine;

/**
 * Two trainings of one task that take turns, an epoch each, so that whatever else the machine does
 * meets both. What is measured is the CPU time of the training's own thread: not that of the
 * compiler or of the garbage collector.
 */
final class Turns {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ENDLESS = 1_000_000;

  private final TrainingEngine engine;
  private final Task task;
  private final double seconds;
  private volatile boolean over;

  /**
   * @param seconds of CPU time of both together, after which they end
   */
  Turns(TrainingEngine engine, Task task, double seconds) {
    this.engine = engine;
    this.task = task;
    this.seconds = seconds;
  }

  /** The nanoseconds of each epoch of either, the first of them with what goes before. */
  record Epochs(List<Long> without, List<Long> with) {}

  Epochs of(Recipe without, Recipe with) throws InterruptedException {
    Semaphore one = new Semaphore(1);
    Semaphore other = new Semaphore(0);
    Player first = new Player(without, one, other);
    Player second = new Player(with, other, one);
    List<Thread> threads = List.of(new Thread(first, "without"), new Thread(second, "with"));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return new Epochs(first.nanos, second.nanos);
  }

  /** One of the two. */
  private final class Player implements Runnable, Terms {
    private final Recipe recipe;
    private final Semaphore mine;
    private final Semaphore next;
    private final List<Long> nanos = new ArrayList<>();
    private long begin;

    Player(Recipe recipe, Semaphore mine, Semaphore next) {
      this.recipe = recipe;
      this.mine = mine;
      this.next = next;
    }

    @Override
    public void run() {
      mine.acquireUninterruptibly();
      begin = THREADS.getCurrentThreadCpuTime();
      try {
        engine.train(recipe, task, this);
      } finally {
        over = true;
        next.release();
      }
    }

    @Override
    public long seed() {
      return 1;
    }

    /** More than there is time for: schedules stand near their beginning. */
    @Override
    public int epochs() {
      return ENDLESS;
    }

    @Override
    public Decision report(int epoch, double score, Map<String, Double> readings) {
      nanos.add(THREADS.getCurrentThreadCpuTime() - begin);
      if (THREADS.getCurrentThreadCpuTime() > seconds / 2 * 1e9) {
        over = true;
      }
      next.release();
      mine.acquireUninterruptibly();
      begin = THREADS.getCurrentThreadCpuTime();
      return over ? Decision.STOP : Decision.CONTINUE;
    }
  }
}
