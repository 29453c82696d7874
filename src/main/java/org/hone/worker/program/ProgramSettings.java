package org.hone.worker.program;

import java.time.Duration;
import java.util.Optional;

/**
 * How a program runs trials.
 *
 * @param command as a shell takes it
 * @param perTrial whether it is started anew for each trial; otherwise it goes on to the next
 * @param trialTimeout how long a trial may take; as long as it likes if empty
 * @param seed the study's, which the trials' seeds follow from
 */
public record ProgramSettings(
    String command, boolean perTrial, Optional<Duration> trialTimeout, long seed) {
  public ProgramSettings {
    if (command.isBlank()) {
      throw new IllegalArgumentException("a program's command is not blank");
    }
  }
}
