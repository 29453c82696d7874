package org.hone.engine.backend.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class NvidiaSmiTest {
  private static GpuSurvey survey(String script, Duration patience) {
    return new NvidiaSmi(List.of("sh", "-c", script, "nvidia-smi"), patience).survey();
  }

  private static GpuSurvey survey(String script) {
    return survey(script, Duration.ofSeconds(60));
  }

  @Test
  void theAnswerIsRead() {
    GpuSurvey survey = survey("echo 'GPU-1, NVIDIA GeForce GTX 1080 Ti, 6.1, 11178, 525.60.13'");
    assertThat(survey.problem()).isEmpty();
    assertThat(survey.gpus())
        .singleElement()
        .extracting(Gpu::name)
        .isEqualTo("NVIDIA GeForce GTX 1080 Ti");
  }

  @Test
  void theRightQuestionIsAsked() {
    assertThat(survey("echo \"$@\"").problem())
        .hasValue(
            "nvidia-smi said: --query-gpu=uuid,name,compute_cap,memory.total,driver_version"
                + " --format=csv,noheader,nounits");
  }

  @Test
  void withoutADriverThereIsNoSuchProgram() {
    GpuSurvey survey =
        new NvidiaSmi(List.of("/nowhere/nvidia-smi"), Duration.ofSeconds(1)).survey();
    assertThat(survey.gpus()).isEmpty();
    assertThat(survey.problem().orElseThrow()).startsWith("no NVIDIA driver is installed");
  }

  @Test
  void aDriverThatHangsIsNotWaitedFor() {
    assertThat(survey("sleep 600", Duration.ofMillis(100)).problem())
        .hasValue("nvidia-smi did not answer within 100 ms: the driver hangs");
  }

  @Test
  void aFailureIsToldAsItWas() {
    String said = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.";
    assertThat(survey("echo \"" + said + "\"; exit 9").problem())
        .hasValue("nvidia-smi failed with 9 and said: " + said);
  }

  @Test
  void anOldDriverKnowsNoCapabilities() {
    assertThat(
            survey("echo 'Field \"compute_cap\" is not a valid field to query.'; exit 2").problem())
        .hasValue("the driver does not tell compute capabilities; one of 2022 (510) or newer does");
  }
}
