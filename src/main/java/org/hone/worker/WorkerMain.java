package org.hone.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hone.agent.Environment;
import org.hone.agent.SharedSplits;
import org.hone.engine.Dl4jEngine;

/** The program of a worker. Started by a {@link WorkerRunner}, never by people. */
public final class WorkerMain {
  private WorkerMain() {}

  /** Works until the parent leaves; the argument is the port where it listens. */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    dieFirst();
    WorkerLife.begin(arguments, WorkerMain::bench);
  }

  /** Where memory runs out, Linux then kills the worker and not its parent. */
  private static void dieFirst() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "700");
    } catch (IOException | UnsupportedOperationException e) {
      // another system, which chooses as it likes
    }
  }

  private static Workbench bench(String study, Optional<SharedSplits> shared) {
    Environment environment = Environment.around(study);
    environment.enter();
    return Workbench.of(
        environment.study(study), new Dl4jEngine(), environment.techniques(), shared);
  }
}
