package org.hone.cli;

import java.util.Optional;
import org.hone.search.pruner.Pruners;
import org.hone.search.sampler.Samplers;
import org.hone.search.study.StudyBuilder;
import picocli.CommandLine.Option;

/** The options that say how a search goes about it. */
final class StrategyOptions {
  @Option(
      names = "--sampler",
      paramLabel = "ID",
      description = "How parameters are chosen; default: what suits the study.")
  private Optional<String> sampler = Optional.empty();

  @Option(
      names = "--pruner",
      paramLabel = "ID",
      description = "How unpromising trials are found; default: what suits the study.")
  private Optional<String> pruner = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What all randomness follows from; default: ${DEFAULT-VALUE}.")
  private long seed;

  long seed() {
    return seed;
  }

  /** Tells the builder what was asked for. */
  StudyBuilder apply(StudyBuilder builder) {
    sampler.ifPresent(id -> builder.sampler(Asked.of(() -> Samplers.named(id))));
    pruner.ifPresent(id -> builder.pruner(Asked.of(() -> Pruners.named(id))));
    return builder.seed(seed);
  }
}
