package org.hone.extension;

import java.util.List;

/**
 * Finds the classes of all plug-ins by their names: for what is read from a file, such as the
 * network of a model with a layer that a plug-in brought.
 */
final class JoinedClassLoader extends ClassLoader {
  private final List<ClassLoader> plugins;

  JoinedClassLoader(ClassLoader house, List<ClassLoader> plugins) {
    super(house);
    this.plugins = List.copyOf(plugins);
  }

  /** In the first that has it. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (ClassLoader plugin : plugins) {
      try {
        return plugin.loadClass(name);
      } catch (ClassNotFoundException e) {
        // another may have it
      }
    }
    throw new ClassNotFoundException(name);
  }
}
