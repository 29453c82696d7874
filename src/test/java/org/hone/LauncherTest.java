package org.hone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code hone} of a distribution, with a Java that only says how it was started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
class LauncherTest {
  private static final Path SCRIPT = Path.of("../hone");
  private static final String JAVA =
      """
      #!/bin/sh
      [ "$1" != -version ] || { echo 'openjdk version "17.0.1"' >&2; exit 0; }
      echo "threads=$OMP_NUM_THREADS core=$OPENBLAS_CORETYPE"
      """;

  @TempDir Path folder;

  @BeforeEach
  void installs() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    executable(folder.resolve("bin/hone"), Files.readString(SCRIPT));
    executable(folder.resolve("jdk/bin/java"), JAVA);
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String started(String command, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(folder.resolve("bin/hone").toString(), command);
    builder.environment().keySet().removeIf(name -> name.matches("OMP_.*|OPENBLAS_.*"));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  /** OpenBLAS 0.3.19 takes AMD's for processors without AVX-512. */
  private static String coreHere() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    String processor = Files.exists(file) ? Files.readString(file) : "";
    return processor.contains("AuthenticAMD") && processor.contains("avx512vl") ? "SkylakeX" : "";
  }

  @Test
  void trainsOnOneThreadWithTheProcessorsOwnKernels() throws Exception {
    assertThat(started("tune", Map.of())).isEqualTo("threads=1 core=" + coreHere());
  }

  @Test
  void whatTheUserSaysHolds() throws Exception {
    assertThat(started("tune", Map.of("OMP_NUM_THREADS", "3", "OPENBLAS_CORETYPE", "Haswell")))
        .isEqualTo("threads=3 core=Haswell");
  }

  @Test
  void theTunerAloneLeavesProgramsTheirOwn() throws Exception {
    assertThat(started("optimize", Map.of())).isEqualTo("threads= core=");
  }
}
