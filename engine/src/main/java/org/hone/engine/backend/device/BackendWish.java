package org.hone.engine.backend.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the user asks for by the variable {@value #VARIABLE}. */
enum BackendWish {
  /** CUDA where it can compute, else the CPU. */
  AUTO,
  CPU,
  /** Or nothing. */
  CUDA;

  static final String VARIABLE = "HONE_BACKEND";

  /**
   * That of a word; AUTO for an empty one.
   *
   * @throws DeviceException for any other word
   */
  static BackendWish of(String word) {
    if (word.isBlank()) {
      return AUTO;
    }
    return Arrays.stream(values())
        .filter(wish -> wish.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new DeviceException(
                    "%s: '%s' is no backend; allowed: %s"
                        .formatted(
                            VARIABLE,
                            word,
                            Arrays.stream(values())
                                .map(BackendWish::word)
                                .collect(Collectors.joining(", ")))));
  }

  /** As users write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
