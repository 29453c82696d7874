package org.hone.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that come with Hone. They may lie inside a jar, where they are read in place. */
enum Bundled {
  DATA("bundled data", "/org/hone/data/README.md"),
  EXAMPLES("example", "/org/hone/examples/digits.yaml");

  private final String noun;
  private final String anchor;

  /**
   * A folder of resources.
   *
   * @param anchor a file that is known to lie in it, as a class path need not list folders
   */
  Bundled(String noun, String anchor) {
    this.noun = noun;
    this.anchor = anchor;
  }

  /**
   * The file of this name.
   *
   * @throws ConfigException that lists the names if there is none
   */
  Path find(String name, Origin asked) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw ConfigException.unknown(asked, noun, name, names);
    }
    return folder().resolve(name);
  }

  /** The names of all files. */
  List<String> names() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    URL url = Objects.requireNonNull(Bundled.class.getResource(anchor), anchor);
    try {
      URI uri = url.toURI();
      if ("jar".equals(uri.getScheme())) {
        openJar(uri);
      }
      return Objects.requireNonNull(Path.of(uri).getParent());
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("cannot open " + url, e);
    }
  }

  /** Stays open as long as the program runs: whoever got a path may read it at any time. */
  private static void openJar(URI uri) throws IOException {
    try {
      FileSystems.newFileSystem(uri, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      // opened before, which is just as well
    }
  }
}
