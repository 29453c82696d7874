package org.hone.benchmark;

import java.util.concurrent.TimeUnit;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.study.Study;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A study in memory from its first trial to its last. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class WholeStudyBenchmark {

  /** The sampler's id. */
  @Param("tpe")
  public String sampler = "";

  /** How many trials. */
  @Param("1000")
  public int trials;

  /** How many parameters. */
  @Param("40")
  public int parameters;

  /** All trials. */
  @Benchmark
  public Study study() {
    Study study = new Bowl(parameters).create(sampler, new InMemoryStorage());
    Bowl.run(study, trials);
    return study;
  }
}
