package org.hone.benchmark;

import java.util.List;
import java.util.Map;

/** All figures, as they were set for the tuner. */
final class Figures {
  private static final String OVERHEAD =
      "Optuna 5.0.0.dev in Python, ask and tell in memory: overhead.json of the public problems'"
          + " baselines";
  private static final String RUSTUNA =
      "Optuna 8.5 s, rustuna (Optuna's own rewrite in Rust) 0.6 s: given with the target";
  private static final String NONE = "no reference, a target of our own";

  private Figures() {}

  static List<Figure> all() {
    return List.of(
        wholeTpe("tpe-1000x40-cold", "in a JVM that has just begun", Effort.cold(5)),
        wholeTpe("tpe-1000x40-warm", "in a JVM that has run some before", Effort.warm(3, 5)),
        nextTpe(),
        nextGp(),
        wholeCmaEs(),
        sqlite(),
        open());
  }

  private static Figure wholeTpe(String name, String where, Effort effort) {
    return new Figure(
        name,
        "TPE, 1,000 trials x 40 parameters in memory, all of it, " + where,
        WholeStudyBenchmark.class,
        Map.of("sampler", "tpe", "trials", "1000", "parameters", "40"),
        1000,
        Scale.SECONDS,
        1,
        RUSTUNA,
        effort);
  }

  private static Figure nextTpe() {
    return new Figure(
        "tpe-10-at-5000",
        "TPE, 10 parameters, ask and tell at trial 5,000",
        NextTrialBenchmark.class,
        Map.of("sampler", "tpe", "trial", "5000", "batch", "100", "parameters", "10"),
        100,
        Scale.MILLISECONDS_EACH,
        55.6 / 50,
        "55.6 ms, of which 1/50 is the target; " + OVERHEAD,
        Effort.warm(5, 10));
  }

  private static Figure nextGp() {
    return new Figure(
        "gp-10-at-200",
        "GP, 10 parameters, ask and tell at trial 200",
        NextTrialBenchmark.class,
        Map.of("sampler", "gp", "trial", "200", "batch", "20", "parameters", "10"),
        20,
        Scale.MILLISECONDS_EACH,
        202.6 / 20,
        "202.6 ms, of which 1/20 is the target; " + OVERHEAD,
        Effort.warm(5, 10));
  }

  private static Figure wholeCmaEs() {
    return new Figure(
        "cma-es-100000x40",
        "CMA-ES, 100,000 trials x 40 parameters in memory, all of it, in a JVM that has just begun",
        WholeStudyBenchmark.class,
        Map.of("sampler", "cma-es", "trials", "100000", "parameters", "40"),
        100_000,
        Scale.SECONDS,
        10,
        NONE,
        Effort.cold(2));
  }

  private static Figure sqlite() {
    return new Figure(
        "sqlite-finished",
        "SQLite (WAL, synchronous NORMAL), 10 parameters, trials begun and finished by one thread",
        SqliteBenchmark.class,
        Map.of("trials", "2000", "parameters", "10"),
        2000,
        Scale.EACH_SECOND,
        1000,
        "Optuna 25/s (39.95 ms each, n = 1000, random, SQLite); overhead.json",
        Effort.warm(2, 5));
  }

  private static Figure open() {
    return new Figure(
        "open-10000",
        "SQLite, opening a study of 10,000 trials x 10 parameters, in a JVM that has just begun",
        OpenStudyBenchmark.class,
        Map.of("trials", "10000", "parameters", "10"),
        10_000,
        Scale.SECONDS,
        2,
        NONE,
        Effort.cold(5));
  }
}
