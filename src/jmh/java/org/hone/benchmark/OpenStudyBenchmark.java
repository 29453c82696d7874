package org.hone.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.StudySnapshot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Opening a SQLite file and reading its study whole, as a program does that begins: the JVM has
 * done nothing of the kind before, except in the fork that had to make the file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class OpenStudyBenchmark {

  /** Where the file lies. */
  @Param("target/studies")
  public String directory = "";

  /** How many trials the study has. */
  @Param("10000")
  public int trials;

  /** How many parameters. */
  @Param("10")
  public int parameters;

  private Path file = Path.of("");

  /** The study, unless an earlier fork made it. */
  @Setup
  public void make() throws IOException {
    Path home = Files.createDirectories(Path.of(directory));
    file = home.resolve("open-%d-%d.db".formatted(trials, parameters));
    if (!Files.exists(file)) {
      Path unfinished = Files.createTempDirectory(home, "open").resolve("studies.db");
      try (Storage storage = JdbcStorage.open(unfinished)) {
        Bowl.run(new Bowl(parameters).create("random", storage), trials);
      }
      Files.move(unfinished, file);
    }
  }

  /** All trials, in memory. */
  @Benchmark
  public StudySnapshot open() {
    try (Storage storage = JdbcStorage.open(file)) {
      StudySnapshot snapshot = new Bowl(parameters).open("random", storage).snapshot();
      if (snapshot.trials().size() != trials) {
        throw new IllegalStateException(
            "%s has %d trials instead of %d".formatted(file, snapshot.trials().size(), trials));
      }
      return snapshot;
    }
  }
}
