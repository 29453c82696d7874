package org.hone.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.hone.worker.fake.Phase;
import org.hone.worker.fake.PhasedWorker;

/**
 * Starts processes of workers and kills each of them, as by {@code kill -9}, at a random moment of
 * a phase of its life, until enough are dead.
 */
final class Killer implements Launcher {
  private static final long LOOK_NANOS = 200_000;
  private static final long MOMENT_NANOS = 3_000_000;
  private static final long STARTING_NANOS = 250_000_000;
  private static final int MOST_TIMES = 3;

  /** Workers in a row that may not come to work; after three of them a study rightly gives up. */
  private static final int MOST_EARLY = 2;

  private final WorkerSettings settings;
  private final Path folder;
  private final int enough;
  private final SplittableRandom random;
  private final Map<Thread, Integer> early = new HashMap<>();
  private final Map<Phase, Integer> deaths = new EnumMap<>(Phase.class);
  private final Set<Phase> left = EnumSet.noneOf(Phase.class);
  private int started;

  /**
   * @param folder for marks
   * @param enough how many to kill
   */
  Killer(WorkerSettings settings, Path folder, int enough, long seed) {
    this.settings = settings;
    this.folder = folder;
    this.enough = enough;
    this.random = new SplittableRandom(seed);
  }

  /** How many died in which phase. */
  synchronized Map<Phase, Integer> deaths() {
    return Map.copyOf(deaths);
  }

  /** How many died. */
  synchronized int count() {
    return deaths.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public synchronized Process start(Door door, Map<String, String> more) throws IOException {
    Path file = folder.resolve("mark-" + started++);
    Phase.Mark mark = Phase.Mark.create(file);
    List<String> options = new ArrayList<>(settings.options());
    options.add("-D%s=%s".formatted(PhasedWorker.MARK, file));
    Process process =
        new WorkerCommand(
                new WorkerSettings(
                    settings.count(), settings.program(), options, settings.silence()))
            .start(door, more);
    Phase phase = next();
    SplittableRandom chance = random.split();
    Thread thread = new Thread(() -> kill(process, mark, phase, chance));
    thread.setDaemon(true);
    thread.start();
    return process;
  }

  /** Each phase comes once before any comes again. On the thread that hires the worker. */
  private Phase next() {
    int before = early.getOrDefault(Thread.currentThread(), 0);
    if (left.isEmpty()) {
      left.addAll(List.of(Phase.values()));
    }
    List<Phase> possible =
        left.stream().filter(phase -> before < MOST_EARLY || !isEarly(phase)).toList();
    Phase phase =
        possible.isEmpty() ? Phase.TRAINING : possible.get(random.nextInt(possible.size()));
    left.remove(phase);
    early.put(Thread.currentThread(), isEarly(phase) ? before + 1 : 0);
    return phase;
  }

  private static boolean isEarly(Phase phase) {
    return phase.compareTo(Phase.TRAINING) < 0;
  }

  private void kill(Process process, Phase.Mark mark, Phase phase, SplittableRandom chance) {
    boolean recurs = phase.compareTo(Phase.WAITING) > 0 && phase.compareTo(Phase.FINISHING) < 0;
    await(process, mark, phase, recurs ? chance.nextInt(1, MOST_TIMES + 1) : 1);
    long most = phase == Phase.STARTING ? STARTING_NANOS : MOMENT_NANOS;
    LockSupport.parkNanos(chance.nextLong(most));
    die(process, mark);
  }

  private static void await(Process process, Phase.Mark mark, Phase phase, int times) {
    boolean there = false;
    int entered = 0;
    while (process.isAlive() && entered < times) {
      boolean before = there;
      there = mark.phase() == phase;
      entered += there && !before ? 1 : 0;
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private synchronized void die(Process process, Phase.Mark mark) {
    if (process.isAlive() && count() < enough) {
      deaths.merge(mark.phase(), 1, Integer::sum);
      process.toHandle().destroyForcibly();
    }
  }
}
