package org.hone.search.sampler.qmc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.search.math.QuasiRandomSequence;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Where a study is in its sequence: which scrambling its first trial chose, and how many points
 * have been taken.
 *
 * @param sampler the sampler's id, under which trials note both
 */
record QuasiRandom(String sampler, Kind kind) {
  /** So many workers may ask at once without one taking the index of another. */
  private static final int WORKERS = 1000;

  /** Makes a sequence. */
  @FunctionalInterface
  interface Kind {
    QuasiRandomSequence of(int dimension, long seed);
  }

  /** A sequence that is kept for the study. */
  private record Kept(String sampler, long seed, QuasiRandomSequence sequence) {
    boolean is(String other, int dimension, long scrambling) {
      return sampler.equals(other) && sequence.dimension() == dimension && seed == scrambling;
    }
  }

  Suggestion next(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    int[] searched =
        IntStream.range(0, space.size())
            .filter(i -> !space.parameters().get(i).distribution().isSingle())
            .toArray();
    int seed = seed(snapshot).orElseGet(random::nextInt);
    int index = nextIndex(snapshot);
    double[] coordinates = new double[space.size()];
    Arrays.fill(coordinates, Double.NaN);
    if (searched.length > 0) {
      double[] point = sequence(snapshot, searched.length, seed).point(index);
      for (int j = 0; j < searched.length; j++) {
        Distribution distribution = space.parameters().get(searched[j]).distribution();
        coordinates[searched[j]] =
            distribution instanceof CategoricalDistribution
                ? distribution.fromUnit(point[j])
                : point[j];
      }
    }
    return Suggestion.of(space.at(coordinates))
        .noting(note("index"), index)
        .noting(note("seed"), seed);
  }

  private String note(String what) {
    return "hone:" + sampler + ":" + what;
  }

  private Optional<Integer> seed(StudySnapshot snapshot) {
    return snapshot.trials().stream().flatMap(t -> noted(t, "seed").stream()).findFirst();
  }

  private Optional<Integer> noted(TrialRecord trial, String what) {
    return trial.systemAttributes().get(note(what)) instanceof Number number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  /** One more than the largest that was taken, which is among the last that were noted. */
  private int nextIndex(StudySnapshot snapshot) {
    List<TrialRecord> trials = snapshot.trials();
    int next = 0;
    int noted = 0;
    for (int i = trials.size() - 1; i >= 0 && noted < WORKERS; i--) {
      Optional<Integer> index = noted(trials.get(i), "index");
      if (index.isPresent()) {
        next = Math.max(next, index.get() + 1);
        noted++;
      }
    }
    return next;
  }

  private QuasiRandomSequence sequence(StudySnapshot snapshot, int dimension, int seed) {
    return snapshot
        .memo(
            QuasiRandom.class,
            (Optional<Kept> before) ->
                before
                    .filter(kept -> kept.is(sampler, dimension, seed))
                    .orElseGet(() -> new Kept(sampler, seed, kind.of(dimension, seed))))
        .sequence();
  }
}
