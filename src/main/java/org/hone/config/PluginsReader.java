package org.hone.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hone.extension.PluginFile;

/** Reads the list {@code plugins}. Whether there are such jars is for others to say. */
final class PluginsReader {
  static final String KEY = "plugins";
  private static final String FILE = "file";
  private static final String SHA256 = "sha256";
  private static final ValueType<String> JAR = ValueType.text("a jar, or a folder of jars");
  private static final ValueType<String> HASH =
      ValueType.text("a SHA-256", "64 hexadecimal digits", PluginFile::isHash);

  private PluginsReader() {}

  /** What the list says; {@code study} is the study file. */
  static List<PluginFile> read(Section root, Path study) {
    return root.find(KEY).map(Node::items).orElse(List.of()).stream()
        .map(item -> plugin(item, study))
        .toList();
  }

  private static PluginFile plugin(Node item, Path study) {
    return item.match(
        word -> PluginFile.of(resolve(word.as(JAR), study, word.origin())),
        list -> {
          throw JAR.refuse(list.origin(), "a list");
        },
        section -> pinned(section.asSection(List.of(FILE, SHA256)), study));
  }

  private static PluginFile pinned(Section section, Path study) {
    return new PluginFile(
        resolve(section.require(FILE, JAR), study, section.originOf(FILE)),
        section.find(SHA256, HASH));
  }

  private static Path resolve(String name, Path study, Origin origin) {
    return study.toAbsolutePath().resolveSibling(ValueType.path().read(name, origin));
  }

  /**
   * As they are written in a study file.
   *
   * @param naming how paths are written
   */
  static List<Object> written(List<PluginFile> plugins, Function<Path, String> naming) {
    return plugins.stream().map(plugin -> written(plugin, naming)).toList();
  }

  private static Object written(PluginFile plugin, Function<Path, String> naming) {
    String file = naming.apply(plugin.path());
    Optional<Map<String, String>> pinned =
        plugin
            .sha256()
            .map(
                hash -> {
                  Map<String, String> both = new LinkedHashMap<>();
                  both.put(FILE, file);
                  both.put(SHA256, hash);
                  return both;
                });
    return pinned.isPresent() ? pinned.get() : file;
  }
}
