package org.hone.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where the rows of validation or test come from. */
public sealed interface Part {

  /** Of all rows of the study's data; 0 if they come from elsewhere. */
  double share();

  /** Where all of them are, if that is a file of their own. */
  Optional<Path> file();

  /** As the study file says it. */
  Object written();

  /** The same, with a file that is no bundled one named otherwise. */
  Part named(Function<Path, String> name);

  /** Drawn from the study's data. */
  record Share(double share) implements Part {
    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }

    @Override
    public Object written() {
      return share;
    }

    @Override
    public Part named(Function<Path, String> name) {
      return this;
    }
  }

  /**
   * All rows of a file.
   *
   * @param source the file as the study file names it
   */
  record Given(Path path, String source) implements Part {
    @Override
    public double share() {
      return 0;
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(path);
    }

    @Override
    public Object written() {
      return source;
    }

    @Override
    public Part named(Function<Path, String> name) {
      return source.startsWith(DataReader.BUNDLED) ? this : new Given(path, name.apply(path));
    }
  }
}
