package org.hone.agent;

import java.util.ArrayList;
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

  /** The hashes of those who taught a trial of these artifacts: inverse of {@link #hashes()}. */
  static List<String> hashes(Map<String, String> artifacts) {
    List<String> hashes = new ArrayList<>();
    Optional.ofNullable(artifacts.get(ARTIFACT)).ifPresent(hashes::add);
    for (int fold = 0; artifacts.containsKey(nameOfFold(fold)); fold++) {
      hashes.add(artifacts.get(nameOfFold(fold)));
    }
    return hashes;
  }

  private static String nameOfFold(int fold) {
    return "%s of fold %d".formatted(ARTIFACT, fold + 1);
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

  /** Their hashes, by what they are to a trial. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (int fold = 0; fold < models.size(); fold++) {
      String name = models.size() == 1 ? ARTIFACT : nameOfFold(fold);
      hashes.put(name, models.get(fold).sha256());
    }
    return hashes;
  }
}
