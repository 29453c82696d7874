package org.hone.benchmark;

import java.util.concurrent.TimeUnit;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
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

/**
 * Ask and tell in a study that has come a long way. The trials before are uniformly random; then
 * the sampler goes on, a few trials to take them in and so many that are measured, half of them
 * before the trial that the figure speaks of.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class NextTrialBenchmark {
  private static final int TAKING_IN = 2;

  /** The sampler's id. */
  @Param("tpe")
  public String sampler = "";

  /** How many trials the study has in the middle of what is measured. */
  @Param("5000")
  public int trial;

  /** How many trials are measured at a time. */
  @Param("100")
  public int batch;

  /** How many parameters. */
  @Param("10")
  public int parameters;

  private Study study;

  /** The trials before. */
  @Setup(Level.Iteration)
  public void comeALongWay() {
    Bowl bowl = new Bowl(parameters);
    Storage storage = new InMemoryStorage();
    Bowl.run(bowl.create("random", storage), trial - batch / 2 - TAKING_IN);
    study = bowl.open(sampler, storage);
    Bowl.run(study, TAKING_IN);
  }

  /** One batch. */
  @Benchmark
  public Study askAndTell() {
    Bowl.run(study, batch);
    return study;
  }
}
