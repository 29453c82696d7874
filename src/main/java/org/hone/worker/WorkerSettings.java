package org.hone.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.hone.engine.backend.MemoryWatch;
import org.hone.engine.backend.device.DeviceChoice;
import org.hone.engine.backend.device.Devices;

/**
 * How workers are run.
 *
 * @param count how many at once
 * @param program name of the class with their main method
 * @param options of their JVM
 * @param silence after which one that gives no sign of life is given up
 */
public record WorkerSettings(int count, String program, List<String> options, Duration silence) {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
  private static final long LEAST_HEAP = 256L << 20;
  private static final long MOST_HEAP = 2L << 30;
  private static final double SHARE = 0.9;

  public WorkerSettings {
    options = List.copyOf(options);
    if (count < 1) {
      throw new IllegalArgumentException("at least 1 worker is needed, but count=" + count);
    }
  }

  /**
   * The usual program, with the system properties of this JVM.
   *
   * @param heap bytes of Java heap for each; if empty, a share of the machine's memory
   */
  public static WorkerSettings of(int count, OptionalLong heap) {
    long machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    List<String> inherited =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("-D") || option.startsWith("--"))
            .toList();
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + heap.orElse(usualHeap(machine, count)));
    options.add("-D%s=%d".formatted(MemoryWatch.LIMIT, (long) (machine * SHARE) / count));
    options.addAll(inherited);
    return new WorkerSettings(count, WorkerMain.class.getName(), options, LONGEST_SILENCE);
  }

  /** What makes a worker see the GPU of its slot alone; nothing where the CPU computes. */
  static Map<String, String> device(int slot) {
    return Devices.ofProcess()
        .visibleDevice(slot)
        .map(gpu -> Map.of(DeviceChoice.VISIBLE, gpu))
        .orElse(Map.of());
  }

  /** Arrays of numbers lie outside the heap, so half of the memory is enough for all heaps. */
  static long usualHeap(long machine, int count) {
    return Math.max(LEAST_HEAP, Math.min(MOST_HEAP, machine / 2 / (count + 1)));
  }
}
