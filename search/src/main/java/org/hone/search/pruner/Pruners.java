package org.hone.search.pruner;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The pruners on the class path, found by ServiceLoader. */
public final class Pruners {
  private Pruners() {}

  /** All ids, sorted. */
  public static List<String> known() {
    return all().map(Pruner::id).sorted().toList();
  }

  /**
   * The pruner of this id.
   *
   * @throws IllegalArgumentException that lists the known ones
   */
  public static Pruner named(String id) {
    return all()
        .filter(pruner -> pruner.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no pruner '%s'; known: %s".formatted(id, String.join(", ", known()))));
  }

  private static Stream<Pruner> all() {
    return ServiceLoader.load(Pruner.class).stream().map(ServiceLoader.Provider::get);
  }
}
