package org.hone.engine.backend.device;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The choice of this process. ND4J has one backend in a process, so it is made once. */
public final class Devices {
  private static final String CUDA_BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  private Devices() {}

  private static final class Once {
    static final Supplier<DeviceChoice> CHOICE = choose();

    private static Supplier<DeviceChoice> choose() {
      try {
        DeviceChoice choice = ofMachine();
        return () -> choice;
      } catch (DeviceException e) {
        return () -> {
          throw new DeviceException(String.valueOf(e.getMessage()));
        };
      }
    }
  }

  /**
   * What this process trains on.
   *
   * @throws DeviceException if that cannot be what the user asks for
   */
  public static DeviceChoice ofProcess() {
    return Once.CHOICE.get();
  }

  /** Whether this process is to compute by CUDA. */
  public static boolean isCuda() {
    try {
      return ofProcess().isCuda();
    } catch (DeviceException e) {
      // whoever trains is told; until then the CPU does
      return false;
    }
  }

  private static DeviceChoice ofMachine() {
    String word = Optional.ofNullable(System.getenv(BackendWish.VARIABLE)).orElse("");
    boolean cuda = Devices.class.getClassLoader().getResource(CUDA_BACKEND) != null;
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return DeviceChoice.of(
        BackendWish.of(word),
        cuda,
        () -> {
          GpuSurvey all = NvidiaSmi.ofMachine().survey();
          return Optional.ofNullable(System.getenv(DeviceChoice.VISIBLE))
              .map(all::visible)
              .orElse(all);
        },
        windows ? DriverVersion.OLDEST_ON_WINDOWS : DriverVersion.OLDEST_ON_LINUX);
  }
}
