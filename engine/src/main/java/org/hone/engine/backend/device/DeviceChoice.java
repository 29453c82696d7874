package org.hone.engine.backend.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which device trains, and why.
 *
 * @param gpus those to use; none for the CPU
 */
public record DeviceChoice(BackendWish wish, List<Gpu> gpus, String reason) {
  /** The variable by which CUDA is told what to see. */
  public static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  private static final String CUDA_BACKEND = "JCublasBackend";

  public DeviceChoice {
    gpus = List.copyOf(gpus);
  }

  /**
   * The choice; a pure function.
   *
   * @param cudaOnClassPath whether ND4J's backend for CUDA is there
   * @param survey asked for only if it matters
   * @param oldest driver that will do
   * @throws DeviceException if CUDA is asked for and cannot compute
   */
  static DeviceChoice of(
      BackendWish wish, boolean cudaOnClassPath, Supplier<GpuSurvey> survey, DriverVersion oldest) {
    if (wish == BackendWish.CPU) {
      return cpu(wish, "asked for");
    }
    if (!cudaOnClassPath) {
      return without(wish, "this build has no CUDA backend, which 'mvn -Pcuda package' adds");
    }
    GpuSurvey found = survey.get();
    Optional<String> obstacle = obstacle(found, oldest);
    if (obstacle.isPresent()) {
      return without(wish, obstacle.get());
    }
    return new DeviceChoice(
        wish, found.gpus(), wish == BackendWish.CUDA ? "asked for" : "there is a GPU for it");
  }

  /** ND4J takes all GPUs that it sees, so that one which cannot compute spoils the others. */
  private static Optional<String> obstacle(GpuSurvey found, DriverVersion oldest) {
    List<String> obstacles =
        Stream.concat(
                found.gpus().stream().flatMap(gpu -> gpu.obstacle(oldest).stream()),
                found.problem().stream())
            .toList();
    if (obstacles.isEmpty()) {
      return found.gpus().isEmpty() ? Optional.of("there is no NVIDIA GPU") : Optional.empty();
    }
    String usable =
        found.gpus().stream()
            .filter(gpu -> gpu.obstacle(oldest).isEmpty())
            .map(Gpu::uuid)
            .collect(Collectors.joining(","));
    String hint = usable.isEmpty() ? "" : "; %s=%s hides it".formatted(VISIBLE, usable);
    return Optional.of(String.join("; ", obstacles) + hint);
  }

  private static DeviceChoice without(BackendWish wish, String obstacle) {
    if (wish == BackendWish.CUDA) {
      throw new DeviceException(
          "%s=cuda cannot be: %s; %s=cpu trains on the CPU"
              .formatted(BackendWish.VARIABLE, obstacle, BackendWish.VARIABLE));
    }
    return cpu(wish, obstacle);
  }

  private static DeviceChoice cpu(BackendWish wish, String reason) {
    return new DeviceChoice(wish, List.of(), reason);
  }

  /**
   * The choice that came true.
   *
   * @param backend class of the backend that ND4J started
   * @throws DeviceException if CUDA is asked for and did not start
   */
  public DeviceChoice confirmed(String backend) {
    return isCuda() && !backend.endsWith(CUDA_BACKEND)
        ? without(wish, "ND4J's backend for CUDA did not start; it took " + backend)
        : this;
  }

  /** Whether a GPU trains. */
  public boolean isCuda() {
    return !gpus.isEmpty();
  }

  /** How many trials may run at once: one on each GPU; empty where nothing limits them. */
  public Optional<Integer> slots() {
    return isCuda() ? Optional.of(gpus.size()) : Optional.empty();
  }

  /**
   * What CUDA must be told by the variable {@value #VISIBLE} so that a process uses one GPU alone;
   * empty for the CPU.
   *
   * @param slot from 0
   */
  public Optional<String> visibleDevice(int slot) {
    return isCuda() ? Optional.of(gpus.get(slot).uuid()) : Optional.empty();
  }

  /** The GPUs in words; empty for the CPU. */
  public Optional<String> devices() {
    return isCuda()
        ? Optional.of(gpus.stream().map(Gpu::describe).collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  /** Such as {@code cpu (auto: this build has no CUDA backend)}. */
  public String describe() {
    return "%s (%s: %s)".formatted(isCuda() ? "cuda" : "cpu", wish.word(), reason);
  }
}
