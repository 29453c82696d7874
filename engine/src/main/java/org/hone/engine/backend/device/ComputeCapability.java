package org.hone.engine.backend.device;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What instructions a GPU understands, such as 8.6. Code compiled for X.y runs on X.z if z >= y,
 * and on no other X.
 *
 * @see <a href="https://docs.nvidia.com/cuda/cuda-c-programming-guide/#binary-compatibility">CUDA
 *     C++ Programming Guide, binary compatibility</a>
 */
record ComputeCapability(int major, int minor) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

  /**
   * What ND4J's library for CUDA 11.6 holds code for, read from its fat binaries. There is no
   * intermediate code in it that a driver could compile for others.
   */
  static final List<ComputeCapability> COMPILED =
      Stream.of("3.7", "5.0", "5.2", "6.0", "6.1", "7.0", "7.5", "8.0", "8.6")
          .flatMap(text -> parse(text).stream())
          .toList();

  /** That of a text such as {@code 8.6}; empty for any other text. */
  static Optional<ComputeCapability> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new ComputeCapability(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether ND4J's library has code that runs on it. */
  boolean isSupported() {
    return COMPILED.stream().anyMatch(code -> code.major == major && code.minor <= minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
