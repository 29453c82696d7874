package org.hone.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** What a place of the class path is as a jar. */
final class JarBytes {
  private JarBytes() {}

  /**
   * The jar as it is, or one made of a folder of classes.
   *
   * @param wanted which files of a folder, named with slashes
   */
  static byte[] of(Path place, Predicate<String> wanted) throws IOException {
    return Files.isDirectory(place) ? packed(place, wanted) : Files.readAllBytes(place);
  }

  /** The same bytes for the same files. */
  private static byte[] packed(Path folder, Predicate<String> wanted) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (wanted.test(name)) {
          JarEntry entry = new JarEntry(name);
          entry.setTime(0);
          jar.putNextEntry(entry);
          Files.copy(file, jar);
        }
      }
    }
    return bytes.toByteArray();
  }
}
