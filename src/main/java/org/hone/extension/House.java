package org.hone.extension;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;

/**
 * The techniques that come with Hone.
 *
 * @param strangers what else there is on the class path, where techniques are not looked for
 */
public record House(Techniques techniques, List<String> strangers) {
  private static final String PACKAGE = "org.hone.plugins.";

  public House {
    strangers = List.copyOf(strangers);
  }

  /** What the loader's services lines name. */
  public static House of(ClassLoader loader) {
    List<Technique> own = new ArrayList<>();
    List<String> strangers = new ArrayList<>();
    Iterator<ServiceLoader.Provider<Technique>> services =
        ServiceLoader.load(Technique.class, loader).stream().iterator();
    boolean more = true;
    while (more) {
      try {
        more = services.hasNext();
        if (more) {
          ServiceLoader.Provider<Technique> service = services.next();
          String name = service.type().getName();
          if (name.startsWith(PACKAGE)) {
            own.add(service.get());
          } else {
            strangers.add(name);
          }
        }
      } catch (ServiceConfigurationError e) {
        strangers.add(e.getMessage());
      }
    }
    return new House(Techniques.of(own), strangers);
  }
}
