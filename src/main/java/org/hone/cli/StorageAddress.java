package org.hone.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hone.agent.UserException;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.Storages;

/**
 * Where studies are kept, as the user names it: a SQLite file, or a URL.
 *
 * @param text see {@link Storages#open}
 */
record StorageAddress(String text) {
  private static final Pattern FILE =
      Pattern.compile("(?:sqlite(?:\\+\\w+)?:///|jdbc:sqlite:)?(?<path>[^?]+)(?:\\?.*)?");
  private static final String MEMORY = "memory:";
  private static final String ALLOWED =
      "a file, sqlite:///FILE, postgresql://USER:PASSWORD@HOST/NAME, memory:";
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  /** Where they are kept for good: the address without its password; empty if in memory. */
  Optional<String> shown() {
    return text.startsWith(MEMORY)
        ? Optional.empty()
        : Optional.of(text.replaceFirst("(://[^:/@]*):[^/]*@", "$1:***@"));
  }

  /** The storage; a file that does not exist is created. */
  Storage open() {
    try {
      return Storages.open(text);
    } catch (IllegalArgumentException e) {
      // the library's list of addresses has a line for each
      String problem = String.valueOf(e.getMessage()).replaceFirst("(?s);.*", "");
      throw new UserException("--storage: %s; allowed: %s".formatted(problem, ALLOWED));
    }
  }

  /** The storage of studies that are there already; a file that does not exist is refused. */
  Storage openExisting() {
    file()
        .filter(path -> !Files.exists(path))
        .ifPresent(
            path -> {
              throw new UserException("%s: no such file; --storage names one".formatted(path));
            });
    return open();
  }

  /** The file it is; empty if it is something else, or nothing that is known. */
  private Optional<Path> file() {
    Matcher matcher = FILE.matcher(text);
    if (!matcher.matches() || URL.matcher(matcher.group("path")).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(matcher.group("path")));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
