package org.hone.extension;

import java.net.URLClassLoader;
import java.util.List;

/**
 * The classes of one plug-in: its own jar and libraries, Java's, and, of Hone, what a technique is
 * written against. Nothing else of Hone's class path is seen, so that no library of Hone's, nor of
 * another plug-in, takes the place of one that the plug-in brings.
 */
final class PluginClassLoader extends URLClassLoader {
  /** Packages whose classes are everybody's: techniques and Hone speak with them. */
  static final List<String> SHARED =
      List.of(
          "org.hone.api.",
          "org.hone.search.space.",
          "org.deeplearning4j.",
          "org.nd4j.",
          "org.bytedeco.",
          "org.slf4j.");

  private final ClassLoader house;
  private final Provider provider;
  private final String libraries;

  PluginClassLoader(JarContents jar, ClassLoader house) {
    super(jar.file().getFileName().toString(), jar.urls(), ClassLoader.getPlatformClassLoader());
    this.house = house;
    provider = jar.provider();
    libraries = JarContents.folder(jar.file()).getFileName().toString();
  }

  Provider provider() {
    return provider;
  }

  /** Name of the folder where it may have libraries. */
  String libraries() {
    return libraries;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return SHARED.stream().anyMatch(name::startsWith)
        ? house.loadClass(name)
        : super.loadClass(name, resolve);
  }
}
