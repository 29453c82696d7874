package org.hone.api.technique;

import static java.util.Comparator.comparing;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The known techniques, in the order in which they are applied. Immutable. */
public final class Techniques {
  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Map<String, Technique> byId;

  private Techniques(Stream<Technique> techniques) {
    byId = new LinkedHashMap<>();
    techniques.sorted(comparing(Technique::slot).thenComparing(Technique::id)).forEach(this::add);
  }

  /** All that ServiceLoader finds. */
  public static Techniques discover(ClassLoader loader) {
    return new Techniques(
        ServiceLoader.load(Technique.class, loader).stream().map(ServiceLoader.Provider::get));
  }

  /**
   * Just these.
   *
   * @throws IllegalArgumentException if an id is malformed, taken, or the name of an exclusive slot
   */
  public static Techniques of(Collection<? extends Technique> techniques) {
    return new Techniques(techniques.stream().map(technique -> technique));
  }

  /** Whether the text is lower-case words joined by hyphens, as ids and parameter names are. */
  public static boolean isKebabCase(String text) {
    return KEBAB_CASE.matcher(text).matches();
  }

  private void add(Technique technique) {
    String id = technique.id();
    String implementation = technique.getClass().getName();
    if (!isKebabCase(id)) {
      throw new IllegalArgumentException(
          "%s has id '%s', but an id is lower-case words joined by hyphens"
              .formatted(implementation, id));
    }
    if (!technique.slot().isExclusive() && isExclusiveSlot(id)) {
      throw new IllegalArgumentException(
          "%s has id '%s', which is the name of an exclusive slot".formatted(implementation, id));
    }
    Technique other = byId.putIfAbsent(id, technique);
    if (other != null) {
      throw new IllegalArgumentException(
          "id '%s' is claimed by %s and by %s"
              .formatted(id, other.getClass().getName(), implementation));
    }
  }

  private static boolean isExclusiveSlot(String id) {
    return Arrays.stream(Slot.values())
        .anyMatch(slot -> slot.isExclusive() && slot.id().equals(id));
  }

  /** All, in the order of application. */
  public List<Technique> all() {
    return List.copyOf(byId.values());
  }

  /** All ids, in the order of application. */
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  /**
   * The technique of this id.
   *
   * @throws IllegalArgumentException that lists the known ids if there is none
   */
  public Technique get(String id) {
    Technique technique = byId.get(id);
    if (technique == null) {
      throw new IllegalArgumentException(
          "no technique '%s'; known: %s".formatted(id, String.join(", ", ids())));
    }
    return technique;
  }
}
