package org.hone.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.api.technique.Technique;

/**
 * A jar of techniques of which nothing is broken.
 *
 * @param file where it lies, and what it is
 */
public record PluginJar(PluginFile file, Provider provider, List<Technique> techniques) {
  public PluginJar {
    techniques = List.copyOf(techniques);
  }

  /** That of its techniques. */
  ClassLoader classLoader() {
    return techniques.get(0).getClass().getClassLoader();
  }

  /**
   * Loads a jar.
   *
   * @throws BrokenPluginException if anything of it is broken, or it is another jar than was meant
   */
  static PluginJar open(PluginFile file) throws BrokenPluginException {
    JarContents jar = JarContents.read(file.path());
    if (file.sha256().filter(meant -> !meant.equals(jar.sha256())).isPresent()) {
      throw new BrokenPluginException(
          "another jar than was meant: SHA-256 %s instead of %s"
              .formatted(jar.sha256(), file.sha256().get()));
    }
    if (jar.classes().isEmpty()) {
      throw new BrokenPluginException(
          "brings no technique, for it has no line in " + JarContents.SERVICES);
    }
    PluginClassLoader loader = new PluginClassLoader(jar, PluginJar.class.getClassLoader());
    List<Technique> techniques = new ArrayList<>();
    for (String name : jar.classes()) {
      techniques.add(new Candidate(name, loader).make());
    }
    return new PluginJar(
        new PluginFile(file.path(), Optional.of(jar.sha256())), jar.provider(), techniques);
  }
}
