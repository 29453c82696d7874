package org.hone.extension;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;

/**
 * The plug-ins of a study. A jar is used as a whole or left out; what is wrong with one is nothing
 * to the others.
 *
 * @param techniques those of the house and those of the jars
 * @param jars in the order in which they were named
 * @param leftOut those that are broken
 */
public record Plugins(Techniques techniques, List<PluginJar> jars, List<LeftOut> leftOut) {
  public Plugins {
    jars = List.copyOf(jars);
    leftOut = List.copyOf(leftOut);
  }

  /** Just these techniques. */
  public static Plugins none(Techniques house) {
    return new Plugins(house, List.of(), List.of());
  }

  /**
   * Adds the jars to the techniques of the house.
   *
   * @param files jars and folders; one that is named twice counts once
   */
  public static Plugins load(Techniques house, Collection<PluginFile> files) {
    Plugins plugins = none(house);
    for (PluginFile file : new LinkedHashSet<>(files)) {
      try {
        for (PluginFile jar : file.jars()) {
          plugins = plugins.with(jar);
        }
      } catch (BrokenPluginException e) {
        plugins = plugins.without(file, e);
      }
    }
    return plugins;
  }

  private Plugins with(PluginFile file) {
    if (jars.stream().anyMatch(jar -> jar.file().path().equals(file.path()))) {
      return this;
    }
    try {
      PluginJar jar = PluginJar.open(file);
      return new Plugins(joined(jar), append(jars, jar), leftOut);
    } catch (BrokenPluginException e) {
      return without(file, e);
    }
  }

  private Plugins without(PluginFile file, BrokenPluginException e) {
    return new Plugins(techniques, jars, append(leftOut, new LeftOut(file.path(), e.reason())));
  }

  private Techniques joined(PluginJar jar) throws BrokenPluginException {
    List<Technique> all = new ArrayList<>(techniques.all());
    for (Technique technique : jar.techniques()) {
      Optional<Technique> taken =
          all.stream().filter(one -> one.id().equals(technique.id())).findFirst();
      if (taken.isPresent()) {
        throw new BrokenPluginException(
            "id '%s' of %s is taken by %s of %s"
                .formatted(
                    technique.id(),
                    technique.getClass().getName(),
                    taken.get().getClass().getName(),
                    Provider.of(taken.get()).name()));
      }
      all.add(technique);
    }
    try {
      return Techniques.of(all);
    } catch (IllegalArgumentException e) {
      throw new BrokenPluginException(String.valueOf(e.getMessage()));
    }
  }

  /** Knows the classes of Hone and of all jars by their names. */
  public ClassLoader classLoader() {
    return new JoinedClassLoader(
        Plugins.class.getClassLoader(), jars.stream().map(PluginJar::classLoader).toList());
  }

  /** With more to tell of. */
  public Plugins alsoLeftOut(List<LeftOut> more) {
    return new Plugins(techniques, jars, Stream.concat(leftOut.stream(), more.stream()).toList());
  }

  private static <T> List<T> append(List<T> list, T item) {
    return Stream.concat(list.stream(), Stream.of(item)).toList();
  }

  /** The jars that are used, each with its hash: nothing else will do in their place. */
  public List<PluginFile> files() {
    return jars.stream().map(PluginJar::file).toList();
  }
}
