package org.hone.search.trial;

import java.util.List;
import java.util.Optional;
import org.hone.search.space.Direction;
import org.hone.search.space.SearchSpace;

/**
 * What a study is, fixed when it begins.
 *
 * @param name 1 to 512 characters, unique within the storage
 * @param directions one per objective, at least one
 * @param space empty for a study whose trials declare their parameters as they run
 * @param catalogue the techniques on offer; empty for a study of anything else
 */
public record StudyDefinition(
    String name, List<Direction> directions, Optional<SearchSpace> space, Catalogue catalogue) {

  public StudyDefinition {
    directions = List.copyOf(directions);
    if (name.isBlank() || name.length() > 512) {
      throw new IllegalArgumentException(
          "a study's name has 1 to 512 characters, but is '%s'".formatted(name));
    }
    if (directions.isEmpty()) {
      throw new IllegalArgumentException("study '%s' needs at least one direction".formatted(name));
    }
  }
}
