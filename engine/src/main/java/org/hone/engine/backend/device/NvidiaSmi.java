package org.hone.engine.backend.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks the driver's own program what GPUs there are: no native library has to be loaded for that,
 * and a driver that hangs does not hang this process.
 *
 * @param program to call
 * @param patience after which no answer is expected any more
 */
record NvidiaSmi(List<String> program, Duration patience) {
  private static final String NO_CAPABILITY = "\"compute_cap\" is not a valid field";
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

  /** The one on the path. */
  static NvidiaSmi ofMachine() {
    return new NvidiaSmi(List.of("nvidia-smi"), USUAL_PATIENCE);
  }

  /** What it tells. */
  GpuSurvey survey() {
    try {
      Path answer = Files.createTempFile("hone-gpus", ".csv");
      try {
        return survey(answer);
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return GpuSurvey.failed("the question for GPUs was interrupted");
    } catch (IOException e) {
      return GpuSurvey.failed("no NVIDIA driver is installed (%s)".formatted(e.getMessage()));
    }
  }

  /** Through a file: a pipe would be waited for as long as a child that hangs holds it open. */
  private GpuSurvey survey(Path answer) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(program);
    words.add("--query-gpu=" + Gpu.QUERY);
    words.add("--format=csv,noheader,nounits");
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(answer.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      return GpuSurvey.failed(
          "nvidia-smi did not answer within %s ms: the driver hangs"
              .formatted(patience.toMillis()));
    }
    String text = new String(Files.readAllBytes(answer), StandardCharsets.UTF_8);
    if (text.contains(NO_CAPABILITY)) {
      return GpuSurvey.failed(
          "the driver does not tell compute capabilities; one of 2022 (510) or newer does");
    }
    if (process.exitValue() != 0) {
      String said = text.lines().findFirst().orElse("nothing");
      return GpuSurvey.failed(
          "nvidia-smi failed with %d and said: %s".formatted(process.exitValue(), said));
    }
    return GpuSurvey.parse(text);
  }
}
