package org.hone.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.study.Study;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A new study in a SQLite file, random points, every trial begun and finished on its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SqliteBenchmark {

  /** Where the files lie. */
  @Param("target/studies")
  public String directory = "";

  /** How many trials. */
  @Param("2000")
  public int trials;

  /** How many parameters. */
  @Param("10")
  public int parameters;

  private Storage storage;
  private Study study;

  /** An empty study in a new file. */
  @Setup(Level.Iteration)
  public void begin() throws IOException {
    Path home = Files.createDirectories(Path.of(directory));
    storage = JdbcStorage.open(Files.createTempDirectory(home, "finish").resolve("studies.db"));
    study = new Bowl(parameters).create("random", storage);
  }

  /** All trials. */
  @Benchmark
  public Study finish() {
    Bowl.run(study, trials);
    return study;
  }

  /** The file is closed, so that the next one begins alone. */
  @TearDown(Level.Iteration)
  public void end() {
    storage.close();
  }
}
