package org.hone.search.sampler.cmaes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * The first generation of a study: around a similar study's best trials if one was given, around
 * those of this study that other samplers made before if there are enough, else around the prior.
 */
final class Beginning {
  /** From so many earlier trials on there is a best tenth. */
  private static final int ENOUGH = 10;

  /** Trials that were begun before the first one was noted may be noted later. */
  private static final int STRAGGLERS = 1000;

  private Beginning() {}

  /** The number of the first trial of the strategy's own; empty if there is none. */
  static Optional<Integer> first(Encoding encoding, StudySnapshot snapshot) {
    return IntStream.range(0, snapshot.trials().size())
        .filter(i -> Note.of(snapshot.trials().get(i), encoding.signature).isPresent())
        .boxed()
        .findFirst();
  }

  static Checkpoint of(Encoding encoding, Settings settings, StudySnapshot snapshot) {
    Optional<Integer> first = first(encoding, snapshot);
    int population = settings.population().orElse(encoding.population());
    Run run =
        Run.begin(
            model(encoding, settings, snapshot, first),
            population,
            new Run.Start(settings.sigma()));
    int from = Math.max(0, first.orElse(0) - STRAGGLERS);
    return new Checkpoint(run, 0, from, first.map(List::of).orElse(List.of()));
  }

  private static Model model(
      Encoding encoding, Settings settings, StudySnapshot snapshot, Optional<Integer> first) {
    if (settings.source().isPresent()) {
      StudySnapshot source = settings.source().get();
      return WarmStart.of(
          source.trials().stream().filter(Beginning::hasEnded).toList(), source, encoding);
    }
    List<TrialRecord> earlier = earlier(encoding, snapshot, first);
    return earlier.size() >= ENOUGH
        ? WarmStart.of(earlier, snapshot, encoding)
        : Model.of(
            encoding,
            SearchDistribution.around(Prior.mean(encoding), settings.sigma()),
            Prior.categories(encoding));
  }

  /** The trials of others that had ended when the first of its own began. */
  private static List<TrialRecord> earlier(
      Encoding encoding, StudySnapshot snapshot, Optional<Integer> first) {
    Instant begun =
        first.flatMap(number -> snapshot.trials().get(number).started()).orElse(Instant.MAX);
    return snapshot.trials().subList(0, first.orElse(snapshot.trials().size())).stream()
        .filter(Beginning::hasEnded)
        .filter(trial -> !trial.completed().orElse(Instant.MIN).isAfter(begun))
        .filter(trial -> Note.of(trial, encoding.signature).isEmpty())
        .toList();
  }

  private static boolean hasEnded(TrialRecord trial) {
    return trial.state().isFinished() && !trial.isInterrupted();
  }
}
