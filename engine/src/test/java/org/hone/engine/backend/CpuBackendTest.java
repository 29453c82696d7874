package org.hone.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.nativeblas.NativeOpsHolder;

class CpuBackendTest {

  @Test
  void computesOnOneThread() {
    String description = CpuBackend.start().description();
    assertThat(description).contains("1 thread of ").endsWith("honebackend").doesNotContain("\n");
    assertThat(NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads()).isEqualTo(1);
  }

  @Test
  void readsTheProcessorsName(@TempDir Path folder) throws IOException {
    Path cpuinfo = folder.resolve("cpuinfo");
    Files.writeString(
        cpuinfo, "processor\t: 0\nmodel name\t: Some CPU @ 2.0GHz\nmodel name\t: Other\n");
    assertThat(CpuBackend.processorName(cpuinfo)).contains("Some CPU @ 2.0GHz");
    Files.writeString(cpuinfo, "processor\t: 0\n");
    assertThat(CpuBackend.processorName(cpuinfo)).isEmpty();
    assertThat(CpuBackend.processorName(folder.resolve("none"))).isEmpty();
  }
}
