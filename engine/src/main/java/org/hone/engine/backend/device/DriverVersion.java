package org.hone.engine.backend.device;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of NVIDIA's driver, such as 535.104.05; compared number by number.
 *
 * @param text as the driver tells it
 */
record DriverVersion(String text) implements Comparable<DriverVersion> {
  private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9})*");

  /**
   * The oldest that runs programs of CUDA 11.6 on Linux: all 11.x share it.
   *
   * @see <a href="https://docs.nvidia.com/deploy/cuda-compatibility/#minor-version-compatibility">
   *     CUDA compatibility, minor versions</a>
   */
  static final DriverVersion OLDEST_ON_LINUX = new DriverVersion("450.80.02");

  /** The same on Windows. */
  static final DriverVersion OLDEST_ON_WINDOWS = new DriverVersion("452.39");

  DriverVersion {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a driver's version is such as 535.104, but is " + text);
    }
  }

  /** Empty for a text that is no version. */
  static Optional<DriverVersion> parse(String text) {
    String stripped = text.strip();
    return FORM.matcher(stripped).matches()
        ? Optional.of(new DriverVersion(stripped))
        : Optional.empty();
  }

  @Override
  public int compareTo(DriverVersion other) {
    return Arrays.compare(numbers(), other.numbers());
  }

  private int[] numbers() {
    return Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
