package org.hone.config;

import java.nio.file.Path;
import java.util.List;
import org.hone.search.space.Direction;
import org.hone.search.space.SearchSpace;

/**
 * What is searched for the best of: the content of a space file.
 *
 * @param directions one per objective, at least one
 */
public record SpaceFile(SearchSpace space, List<Direction> directions) {
  public SpaceFile {
    directions = List.copyOf(directions);
    if (directions.isEmpty()) {
      throw new IllegalArgumentException("a search needs at least one direction");
    }
  }

  /**
   * Reads a space file; its extension tells the format: yaml, yml, json.
   *
   * @throws ConfigException if anything in it is wrong
   */
  public static SpaceFile read(Path file) {
    return SpaceReader.read(Format.read(file, Format.Kind.SPACE).asSection(SpaceReader.KEYS));
  }

  /** The name of a study of this file that was given none. */
  public static String studyName(Path file) {
    return StudyName.ofFile(file);
  }
}
