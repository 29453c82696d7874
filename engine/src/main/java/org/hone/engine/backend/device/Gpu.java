package org.hone.engine.backend.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An NVIDIA GPU as its driver describes it.
 *
 * @param uuid by which CUDA can be told to use it alone
 * @param capability empty if the driver does not tell
 * @param memory in MiB; empty if the driver does not tell
 */
record Gpu(
    String uuid,
    String name,
    Optional<ComputeCapability> capability,
    Optional<Long> memory,
    DriverVersion driver) {
  private static final List<String> FIELDS =
      List.of("uuid", "name", "compute_cap", "memory.total", "driver_version");

  /** What to ask nvidia-smi for. */
  static final String QUERY = String.join(",", FIELDS);

  /**
   * That of a line of nvidia-smi's answer to {@link #QUERY} as CSV without header and units.
   *
   * @return empty if the line has another form
   */
  static Optional<Gpu> parse(String line) {
    List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    if (cells.size() != FIELDS.size()) {
      return Optional.empty();
    }
    return DriverVersion.parse(cells.get(4))
        .map(
            driver ->
                new Gpu(
                    cells.get(0),
                    cells.get(1),
                    ComputeCapability.parse(cells.get(2)),
                    Optional.of(cells.get(3)).filter(Gpu::isNumber).map(Long::parseLong),
                    driver));
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,12}");
  }

  /**
   * Why ND4J cannot compute on it; empty if it can.
   *
   * @param oldest driver that will do
   */
  Optional<String> obstacle(DriverVersion oldest) {
    if (driver.compareTo(oldest) < 0) {
      return Optional.of(
          "%s has driver %s, but CUDA 11.6 needs %s or newer"
              .formatted(name, driver.text(), oldest.text()));
    }
    if (capability.isEmpty()) {
      return Optional.of(
          "%s: driver %s does not tell its compute capability; one of 2022 or newer does"
              .formatted(name, driver.text()));
    }
    return capability
        .filter(one -> !one.isSupported())
        .map(
            one ->
                "%s has compute capability %s, but ND4J's library for CUDA 11.6 runs on 3.7 and 5.0 to 8.9 only"
                    .formatted(name, one));
  }

  /** Such as {@code NVIDIA A100-SXM4-40GB (8.0, 40960 MiB, driver 510.47.03)}. */
  String describe() {
    return "%s (%s, %s MiB, driver %s)"
        .formatted(
            name,
            capability.map(ComputeCapability::toString).orElse("?"),
            memory.map(String::valueOf).orElse("?"),
            driver.text());
  }
}
