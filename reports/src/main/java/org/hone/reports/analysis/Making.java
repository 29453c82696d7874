package org.hone.reports.analysis;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a report and the studies under it were made.
 *
 * @param honeVersion the version of Hone
 * @param generated when the report was asked for
 * @param budget what the search was allowed, for people, such as {@code 60 trials, 30 epochs each}
 * @param seed of the search
 * @param commands that make it all again, in order
 */
public record Making(
    String honeVersion,
    Instant generated,
    String budget,
    OptionalLong seed,
    List<String> commands) {

  public Making {
    commands = List.copyOf(commands);
  }
}
