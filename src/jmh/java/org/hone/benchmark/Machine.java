package org.hone.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param memory in GiB
 */
record Machine(String processor, int cores, double memory, String java, String system) {
  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

  /** This machine. */
  static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        processorModel(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize() / (double) (1L << 30),
        "%s %s, %s"
            .formatted(
                System.getProperty("java.vm.name"),
                Runtime.version(),
                System.getProperty("java.vendor")),
        "%s %s, %s".formatted(system.getName(), system.getVersion(), system.getArch()));
  }

  /** Linux says it in a file, Windows in a variable; elsewhere the architecture has to do. */
  private static String processorModel() {
    try (Stream<String> lines = Files.lines(LINUX_PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      String windows = System.getenv("PROCESSOR_IDENTIFIER");
      return windows == null ? System.getProperty("os.arch") : windows;
    }
  }

  List<String> lines() {
    return List.of(
        "processor  " + processor,
        "cores      " + cores,
        "memory     %.1f GiB".formatted(memory),
        "java       " + java,
        "system     " + system);
  }
}
