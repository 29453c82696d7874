package org.hone.extension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies of plug-ins with their libraries in a folder of their own, so that they can be used
 * elsewhere, and still are what they were when the original is built anew.
 */
public final class PluginCopies {
  private PluginCopies() {}

  /**
   * Makes a folder hold copies of these jars and nothing else; without any there is no folder. What
   * is no jar stays where it is.
   *
   * @param folder for copies alone
   * @return the plug-ins as they are there, in the same order
   */
  public static List<PluginFile> in(Path folder, List<PluginFile> plugins) throws IOException {
    Map<PluginFile, Path> copies = new LinkedHashMap<>();
    for (PluginFile plugin : plugins) {
      if (Files.isRegularFile(plugin.path())) {
        copies.put(plugin, copy(plugin, folder, copies.containsValue(usual(plugin, folder))));
      }
    }
    removeOthers(folder, List.copyOf(copies.values()));
    return plugins.stream()
        .map(one -> new PluginFile(copies.getOrDefault(one, one.path()), one.sha256()))
        .toList();
  }

  private static Path usual(PluginFile plugin, Path folder) {
    return folder.toAbsolutePath().normalize().resolve(plugin.path().getFileName());
  }

  /**
   * @param taken whether a jar from elsewhere has its name
   */
  private static Path copy(PluginFile plugin, Path folder, boolean taken) throws IOException {
    Path usual = usual(plugin, folder);
    Path copy =
        taken
            ? usual.resolveSibling(
                "%.8s-%s".formatted(plugin.sha256().orElse("another"), usual.getFileName()))
            : usual;
    if (!copy.equals(plugin.path())) {
      Files.createDirectories(folder);
      Files.copy(plugin.path(), copy, StandardCopyOption.REPLACE_EXISTING);
      copyLibraries(JarContents.folder(plugin.path()), JarContents.folder(copy));
    }
    return copy;
  }

  private static void copyLibraries(Path from, Path to) throws IOException {
    delete(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectory(to);
    for (Path library : list(from)) {
      if (library.toString().endsWith(".jar")) {
        Files.copy(library, to.resolve(library.getFileName()));
      }
    }
  }

  private static void removeOthers(Path folder, List<Path> copies) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> wanted =
        copies.stream().flatMap(jar -> Stream.of(jar, JarContents.folder(jar))).toList();
    for (Path seen : list(folder.toAbsolutePath().normalize())) {
      if (!wanted.contains(seen)) {
        delete(seen);
      }
    }
    if (copies.isEmpty()) {
      Files.delete(folder);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void delete(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (Stream<Path> all = Files.walk(file)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
