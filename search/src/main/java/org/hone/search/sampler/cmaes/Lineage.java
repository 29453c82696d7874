package org.hone.search.sampler.cmaes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * The last generations of a study's run. It follows from the study's trials alone and can be
 * replayed from them; being kept, it is only carried on. Immutable.
 *
 * @param recent oldest first, without gaps
 */
record Lineage(Encoding encoding, Settings settings, List<Checkpoint> recent) {
  /** Threads whose snapshots are so many generations apart share the same lineage. */
  private static final int KEPT = 4;

  static Lineage empty(SearchSpace space, Settings settings) {
    return new Lineage(Encoding.of(space), settings, List.of());
  }

  boolean isOf(SearchSpace space, Settings others) {
    return settings.equals(others) && encoding.space.equals(space);
  }

  /** This lineage, as far as the snapshot leads at least. */
  Lineage upTo(StudySnapshot snapshot) {
    Optional<Checkpoint> known = newestWithin(snapshot);
    if (known.isPresent() && !known.get().equals(recent.get(recent.size() - 1))) {
      return this;
    }
    if (known.isEmpty() && Beginning.first(encoding, snapshot).isEmpty()) {
      return this;
    }
    List<Checkpoint> longer = new ArrayList<>(known.isPresent() ? recent : List.of());
    Optional<Checkpoint> next =
        known.isPresent()
            ? known.get().next(snapshot)
            : Optional.of(Beginning.of(encoding, settings, snapshot));
    while (next.isPresent()) {
      longer.add(next.get());
      next = next.get().next(snapshot);
    }
    return new Lineage(
        encoding,
        settings,
        List.copyOf(longer.subList(Math.max(0, longer.size() - KEPT), longer.size())));
  }

  /** The generation that is open at the time of a snapshot that the lineage leads up to. */
  Checkpoint at(StudySnapshot snapshot) {
    return newestWithin(snapshot).orElseGet(() -> Beginning.of(encoding, settings, snapshot));
  }

  private Optional<Checkpoint> newestWithin(StudySnapshot snapshot) {
    for (int i = recent.size() - 1; i >= 0; i--) {
      if (recent.get(i).isWithin(snapshot)) {
        return Optional.of(recent.get(i));
      }
    }
    return Optional.empty();
  }
}
