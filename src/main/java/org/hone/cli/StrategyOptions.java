package org.hone.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hone.config.SpaceFile;
import org.hone.search.pruner.Pruner;
import org.hone.search.pruner.Pruners;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Samplers;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.StudyBuilder;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
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

  /** Tells the builder what was asked for, to search this file's space or one like it. */
  StudyBuilder apply(StudyBuilder builder, String study, SpaceFile file) {
    return apply(
        builder,
        new StudyDefinition(
            study, file.directions(), Optional.of(file.space()), Catalogue.empty()));
  }

  /**
   * Tells the builder what was asked for. Both are tried on a study in which nothing has happened
   * yet, so that what does not suit it is refused before anything is written.
   */
  StudyBuilder apply(StudyBuilder builder, StudyDefinition study) {
    sampler.ifPresent(id -> builder.sampler(Asked.of(() -> suitable(Samplers.named(id), study))));
    pruner.ifPresent(id -> builder.pruner(Asked.of(() -> suitable(Pruners.named(id), study))));
    return builder.seed(seed);
  }

  private Sampler suitable(Sampler chosen, StudyDefinition study) {
    SearchSpace space = study.space().orElse(SearchSpace.empty());
    Object unused =
        chosen.sample(StudySnapshot.of(study, List.of()), space, new SplittableRandom(seed));
    return chosen;
  }

  private static Pruner suitable(Pruner chosen, StudyDefinition study) {
    TrialRecord trial =
        new TrialRecord(
            0,
            0,
            TrialState.RUNNING,
            ParameterValues.empty(),
            List.of(),
            new TreeMap<>(Map.of(1, 0.0)),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty());
    boolean unused = chosen.shouldPrune(StudySnapshot.of(study, List.of(trial)), trial);
    return chosen;
  }
}
