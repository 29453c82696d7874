package org.hone.engine.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J on the CPU. Each training uses one thread: with more, small networks wait on one another's
 * barriers for most of their time.
 */
public final class CpuBackend {
  private final String description;

  private CpuBackend(String description) {
    this.description = description;
  }

  /** Loads the native library, unless somebody did so before, and sets it up. */
  public static CpuBackend start() {
    String backend = Nd4j.getBackend().getClass().getSimpleName();
    useOneThread();
    return new CpuBackend(
        "%s, 1 thread of %d, %s %s, %s"
            .formatted(
                processorName(Path.of("/proc/cpuinfo")).orElse("CPU"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                backend.toLowerCase(Locale.ROOT)));
  }

  /**
   * Has the calling thread compute alone. OpenMP keeps the number for each thread by itself, so
   * whoever trains calls this on the thread that trains.
   */
  public static void useOneThread() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  /** What computes, in one line. */
  public String description() {
    return description;
  }

  /** The processor's name as Linux tells it; empty elsewhere. */
  static Optional<String> processorName(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
