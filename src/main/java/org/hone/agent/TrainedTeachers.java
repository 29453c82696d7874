package org.hone.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The teachers that were trained for a study so far, as one of its attributes has them.
 *
 * @param models by fold; without folds there is one
 */
record TrainedTeachers(List<Trained> models) {
  /** User attribute of a study. */
  static final String ATTRIBUTE = "hone:teacher";

  private static final String SHA_256 = "sha256";
  private static final String SCORE = "score";

  TrainedTeachers {
    models = List.copyOf(models);
  }

  /**
   * One of them.
   *
   * @param sha256 of its file
   * @param score on the validation rows
   */
  record Trained(String sha256, double score) {
    private Map<String, Object> facts() {
      return Map.of(SHA_256, sha256, SCORE, score);
    }

    private static Optional<Trained> of(Object facts) {
      return facts instanceof Map<?, ?> map
              && map.get(SHA_256) instanceof String hash
              && map.get(SCORE) instanceof Number score
          ? Optional.of(new Trained(hash, score.doubleValue()))
          : Optional.empty();
    }
  }

  /** Those of a study with these attributes. */
  static TrainedTeachers of(Map<String, Object> attributes) {
    return attributes.get(ATTRIBUTE) instanceof List<?> all
        ? new TrainedTeachers(all.stream().flatMap(one -> Trained.of(one).stream()).toList())
        : new TrainedTeachers(List.of());
  }

  /** With one more. */
  TrainedTeachers and(Trained next) {
    List<Trained> more = new ArrayList<>(models);
    more.add(next);
    return new TrainedTeachers(more);
  }

  /** The attribute's value. */
  List<Object> attribute() {
    return models.stream().<Object>map(Trained::facts).toList();
  }

  /** The mean of their validation scores; empty if there are none. */
  OptionalDouble score() {
    return models.stream().mapToDouble(Trained::score).average();
  }
}
