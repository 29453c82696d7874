package org.hone.extension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a user names: a jar of techniques, or a folder of such jars.
 *
 * @param sha256 what the jar must be, in hexadecimal; of a folder it says nothing
 */
public record PluginFile(Path path, Optional<String> sha256) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public PluginFile {
    path = path.toAbsolutePath().normalize();
    if (sha256.isPresent() && !isHash(sha256.get())) {
      throw new IllegalArgumentException(
          "a SHA-256 is 64 hexadecimal digits, but is '%s'".formatted(sha256.get()));
    }
  }

  /** Whatever is there. */
  public static PluginFile of(Path path) {
    return new PluginFile(path, Optional.empty());
  }

  /** Whether the text is a SHA-256 as it is written here. */
  public static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /** This jar, or those that lie in this folder, by name. */
  List<PluginFile> jars() throws BrokenPluginException {
    if (!Files.isDirectory(path)) {
      return List.of(this);
    }
    try (Stream<Path> files = Files.list(path)) {
      List<PluginFile> jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .sorted()
              .map(PluginFile::of)
              .toList();
      if (jars.isEmpty()) {
        throw new BrokenPluginException("a folder without jars");
      }
      return jars;
    } catch (IOException e) {
      throw new BrokenPluginException("cannot be listed (%s)".formatted(e));
    }
  }
}
