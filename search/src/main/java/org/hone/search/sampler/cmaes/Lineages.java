package org.hone.search.sampler.cmaes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * One lineage for each space that a study asks about; with a declared space that is one. Immutable.
 *
 * @param all the newest used first
 */
record Lineages(List<Lineage> all) {
  static final Lineages NONE = new Lineages(List.of());
  private static final int KEPT = 8;

  /** The one that was carried on last. */
  Lineage newest() {
    return all.get(0);
  }

  /** With the space's lineage carried on as far as the snapshot leads, and the newest. */
  Lineages carriedOn(StudySnapshot snapshot, SearchSpace space, Settings settings) {
    Optional<Lineage> mine =
        all.stream().filter(lineage -> lineage.isOf(space, settings)).findFirst();
    Lineage next = mine.orElseGet(() -> Lineage.empty(space, settings)).upTo(snapshot);
    if (!all.isEmpty() && next.equals(newest())) {
      return this;
    }
    List<Lineage> others = new ArrayList<>(all);
    mine.ifPresent(others::remove);
    others.add(0, next);
    return new Lineages(List.copyOf(others.subList(0, Math.min(KEPT, others.size()))));
  }
}
