package org.hone.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Saved models that techniques learn from: none, one, or one for each fold of the data. A fold's
 * own teacher learnt from the rows that the fold trains on, and so has not seen those that it
 * validates by.
 *
 * @param models one for all trainings, or by fold
 */
public record Teachers(List<Artifact> models) {
  /** Nobody. */
  public static final Teachers NONE = new Teachers(List.of());

  /** What a teacher is among a trial's artifacts. */
  private static final String ARTIFACT = "teacher";

  public Teachers {
    models = List.copyOf(models);
  }

  /** The same for all trainings. */
  public static Teachers of(Artifact model) {
    return new Teachers(List.of(model));
  }

  /** Who taught a trial of these artifacts, if it was one model. */
  static Optional<String> hash(Map<String, String> artifacts) {
    return Optional.ofNullable(artifacts.get(ARTIFACT));
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return models.isEmpty();
  }

  /**
   * The teacher of a training.
   *
   * @param fold that validates, from 0; without folds there is one
   */
  public Optional<Artifact> ofFold(int fold) {
    return isEmpty() ? Optional.empty() : Optional.of(models.get(models.size() == 1 ? 0 : fold));
  }

  /** The only one. */
  Optional<Artifact> single() {
    return models.size() == 1 ? Optional.of(models.get(0)) : Optional.empty();
  }

  /** Their hashes, by what they are to a trial. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (int fold = 0; fold < models.size(); fold++) {
      String name = models.size() == 1 ? ARTIFACT : "%s of fold %d".formatted(ARTIFACT, fold + 1);
      hashes.put(name, models.get(fold).sha256());
    }
    return hashes;
  }
}
