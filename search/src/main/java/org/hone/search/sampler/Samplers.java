package org.hone.search.sampler;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The samplers on the class path, found by ServiceLoader. */
public final class Samplers {
  private Samplers() {}

  /** All ids, sorted. */
  public static List<String> known() {
    return all().map(Sampler::id).sorted().toList();
  }

  /**
   * The sampler of this id.
   *
   * @throws IllegalArgumentException that lists the known ones
   */
  public static Sampler named(String id) {
    return all()
        .filter(sampler -> sampler.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no sampler '%s'; known: %s".formatted(id, String.join(", ", known()))));
  }

  private static Stream<Sampler> all() {
    return ServiceLoader.load(Sampler.class).stream().map(ServiceLoader.Provider::get);
  }
}
