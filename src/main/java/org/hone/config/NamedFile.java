package org.hone.config;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * A file beside the data.
 *
 * @param source the file as the study file names it
 */
public record NamedFile(Path path, String source) {

  /** The same, named otherwise unless it is a bundled one. */
  NamedFile named(Function<Path, String> name) {
    return source.startsWith(DataReader.BUNDLED) ? this : new NamedFile(path, name.apply(path));
  }
}
