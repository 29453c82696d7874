package org.hone.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.search.trial.TrialRecord;

/** A tuning in a JVM of its own, for {@link CrashTest} to kill. Says what it does, a line each. */
final class SlowStudy {
  static final String[] SETTINGS = {"study.trials=16", "confirmation.seeds=3"};

  private SlowStudy() {}

  static Rehearsal in(Path folder, Duration epoch) {
    return Rehearsal.in(folder).with(new GainEngine(0.001, epoch));
  }

  /** The only argument is the study's folder. */
  public static void main(String[] arguments) throws IOException {
    in(Path.of(arguments[0]), Duration.ofMillis(15))
        .tune(new Speaking(), Rehearsal.NEVER, SETTINGS);
  }

  private static final class Speaking implements TuningListener {
    @Override
    public void began(Phase phase, int total, int done, Optional<TrialRecord> best) {
      System.out.println("began " + phase);
    }

    @Override
    public void finished(Phase phase, TrialRecord trial) {
      System.out.println("finished " + phase + " " + trial.number());
    }
  }
}
