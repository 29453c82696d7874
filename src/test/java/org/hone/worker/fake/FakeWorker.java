package org.hone.worker.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hone.agent.Environment;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.technique.Techniques;
import org.hone.worker.Workbench;
import org.hone.worker.WorkerLife;
import org.hone.worker.WorkerSettings;

/** The program of a worker that pretends to train. */
public final class FakeWorker {
  private static final String EPOCH = "hone.test.epochMillis";

  private FakeWorker() {}

  public static void main(String[] arguments) throws IOException {
    WorkerLife.begin(
        arguments,
        (study, shared) -> {
          Techniques techniques = Techniques.of(Rogue.techniques());
          return Workbench.of(
              new Environment(techniques).study(study), engine(), techniques, shared);
        });
  }

  private static GainEngine engine() {
    return new GainEngine(0.001, Duration.ofMillis(Long.getLong(EPOCH, 0)));
  }

  /** The study that such workers know, in the eyes of their parent. */
  public static Rehearsal study(Path folder) {
    return new Rehearsal(folder, new GainEngine(), Rogue.techniques());
  }

  /** Workers of this program that start fast. */
  public static WorkerSettings settings(int count, Duration epoch) {
    List<String> options =
        Stream.concat(
                Stream.of(System.getProperty("hone.test.jvmArgs", "").split(" "))
                    .filter(option -> option.startsWith("-")),
                Stream.of(
                    "-Xmx128m",
                    "-Dhone.memory.limit=" + (500L << 20),
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                    "-D%s=%d".formatted(EPOCH, epoch.toMillis())))
            .toList();
    return new WorkerSettings(count, FakeWorker.class.getName(), options, Duration.ofSeconds(20));
  }
}
