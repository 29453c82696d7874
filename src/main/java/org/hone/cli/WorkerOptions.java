package org.hone.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hone.agent.TrialRunner;
import org.hone.agent.TuningPlan;
import org.hone.agent.UserException;
import org.hone.api.training.TrainingEngine;
import org.hone.engine.backend.device.Devices;
import org.hone.worker.InProcessRunner;
import org.hone.worker.WorkerRunner;
import org.hone.worker.WorkerSettings;
import picocli.CommandLine.Option;

/** Options that say where trials run. */
final class WorkerOptions {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([mg])");
  private static final Pattern COUNT = Pattern.compile("\\d{1,4}");
  private static final String VARIABLE = "HONE_WORKERS";
  private static final int MEGABYTE_BITS = 20;
  private static final int GIGABYTE_BITS = 30;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Processes that train, each one trial at a time, so that a crash ends one trial only;"
              + " 0: train in this process. Default: the variable HONE_WORKERS, or 1.")
  private Optional<Integer> workers = Optional.empty();

  @Option(
      names = "--worker-memory",
      paramLabel = "SIZE",
      description =
          "Java heap of each worker, such as 512m or 2g; arrays of numbers lie outside of it."
              + " Default: by the machine's memory and N, at most 2g.")
  private Optional<String> memory = Optional.empty();

  /** Refuses what makes no sense, before anything is done. */
  void check() {
    int count = count();
    if (count < 0) {
      throw new UserException("--workers: %d is too few; allowed: 0 or more".formatted(count));
    }
    requireSlots(count, Devices.ofProcess().slots());
    OptionalLong unused = heap();
  }

  /**
   * A GPU takes one trial at a time.
   *
   * @param slots the GPUs; empty where the CPU computes
   */
  static void requireSlots(int count, Optional<Integer> slots) {
    if (slots.filter(gpus -> count > gpus).isPresent()) {
      throw new UserException(
          "--workers: %d is too many for %d GPU%s, each of which trains one trial at a time; allowed: 0 to %d, or HONE_BACKEND=cpu"
              .formatted(count, slots.get(), slots.get() == 1 ? "" : "s", slots.get()));
    }
  }

  private int count() {
    return workers.orElseGet(
        () -> Optional.ofNullable(System.getenv(VARIABLE)).map(WorkerOptions::count).orElse(1));
  }

  /** What the variable asks for; nothing if it is empty. */
  static int count(String variable) {
    if (variable.isBlank()) {
      return 1;
    }
    if (!COUNT.matcher(variable).matches()) {
      throw new UserException(
          "%s: '%s' is no number of workers; allowed: 0 or more".formatted(VARIABLE, variable));
    }
    return Integer.parseInt(variable);
  }

  private OptionalLong heap() {
    return memory.map(WorkerOptions::bytes).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** Opens a runner; to be closed. */
  Runner open(TuningPlan plan, TrainingEngine engine) {
    int count = count();
    if (count == 0) {
      return new Runner(new InProcessRunner(engine, plan.source(), plan.assembly()), () -> {});
    }
    WorkerRunner runner = new WorkerRunner(plan, engine, WorkerSettings.of(count, heap()));
    return new Runner(runner, runner::close);
  }

  private static long bytes(String size) {
    Matcher matcher = SIZE.matcher(size.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new UserException(
          "--worker-memory: '%s' is no size; allowed: such as 512m or 2g".formatted(size));
    }
    int bits = matcher.group(2).equals("m") ? MEGABYTE_BITS : GIGABYTE_BITS;
    return Long.parseLong(matcher.group(1)) << bits;
  }

  /** A runner with what ends it. */
  record Runner(TrialRunner trials, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
