package org.hone.engine.backend.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is chosen where nvidia-smi describes its GPUs so. */
class DeviceChoiceTest {
  private static final String P100 = "GPU-1, Tesla P100-PCIE-16GB, 6.0, 16384, 515.65.01";
  private static final String A100 = "GPU-2, NVIDIA A100-SXM4-40GB, 8.0, 40960, 510.47.03";
  private static final String RTX_3090 = "GPU-3, NVIDIA GeForce RTX 3090, 8.6, 24576, 535.104.05";
  private static final String RTX_4090 = "GPU-4, NVIDIA GeForce RTX 4090, 8.9, 24564, 535.104.05";
  private static final String H100 = "GPU-5, NVIDIA H100 80GB HBM3, 9.0, 81559, 535.104.05";
  private static final String K40 = "GPU-6, Tesla K40m, 3.5, 11441, 470.199.02";
  private static final String OLD = "GPU-7, Tesla V100-SXM2-16GB, 7.0, 16160, 418.87.01";

  private static DeviceChoice choose(BackendWish wish, String... lines) {
    return DeviceChoice.of(
        wish, true, () -> GpuSurvey.parse(String.join("\n", lines)), DriverVersion.OLDEST_ON_LINUX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {P100, A100, RTX_3090, RTX_4090})
  void gpusThatThereIsCodeForAreTaken(String line) {
    DeviceChoice auto = choose(BackendWish.AUTO, line);
    assertThat(auto.isCuda()).isTrue();
    assertThat(auto.slots()).hasValue(1);
    assertThat(auto.describe()).isEqualTo("cuda (auto: there is a GPU for it)");
    assertThat(choose(BackendWish.CUDA, line).describe()).isEqualTo("cuda (cuda: asked for)");
  }

  @Test
  void theDeviceIsDescribed() {
    assertThat(choose(BackendWish.AUTO, A100).devices())
        .hasValue("NVIDIA A100-SXM4-40GB (8.0, 40960 MiB, driver 510.47.03)");
    assertThat(choose(BackendWish.CPU, A100).devices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {H100 + ";9.0", K40 + ";3.5"})
  void gpusThatThereIsNoCodeForAreRefusedAndTheCpuIsOffered(String line, String capability) {
    DeviceChoice auto = choose(BackendWish.AUTO, line);
    assertThat(auto.isCuda()).isFalse();
    assertThat(auto.slots()).isEmpty();
    assertThat(auto.describe())
        .startsWith("cpu (auto: ")
        .endsWith(
            "has compute capability "
                + capability
                + ", but ND4J's library for CUDA 11.6 runs on 3.7 and 5.0 to 8.9 only)");
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(() -> choose(BackendWish.CUDA, line))
        .withMessageStartingWith("HONE_BACKEND=cuda cannot be: ")
        .withMessageContaining("compute capability " + capability)
        .withMessageEndingWith("; HONE_BACKEND=cpu trains on the CPU");
  }

  @Test
  void anOldDriverIsRefused() {
    assertThat(choose(BackendWish.AUTO, OLD).describe())
        .isEqualTo(
            "cpu (auto: Tesla V100-SXM2-16GB has driver 418.87.01, but CUDA 11.6 needs 450.80.02 or"
                + " newer)");
  }

  @Test
  void aDriverThatDoesNotTellTheCapabilityIsRefused() {
    assertThat(choose(BackendWish.AUTO, "GPU-8, Tesla K80, [N/A], 11441, 470.57.02").reason())
        .isEqualTo(
            "Tesla K80: driver 470.57.02 does not tell its compute capability; one of 2022 or newer"
                + " does");
  }

  @Test
  void severalGpusAreAsManySlots() {
    DeviceChoice choice = choose(BackendWish.AUTO, A100, RTX_3090);
    assertThat(choice.slots()).hasValue(2);
    assertThat(choice.visibleDevice(0)).hasValue("GPU-2");
    assertThat(choice.visibleDevice(1)).hasValue("GPU-3");
  }

  @Test
  void oneThatCannotComputeSpoilsTheOthersUntilItIsHidden() {
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(() -> choose(BackendWish.CUDA, H100, A100))
        .withMessageContaining("NVIDIA H100 80GB HBM3 has compute capability 9.0")
        .withMessageContaining("CUDA_VISIBLE_DEVICES=GPU-2 hides it");
    GpuSurvey both = GpuSurvey.parse(H100 + "\n" + A100);
    for (String visible : new String[] {"1", "GPU-2", " GPU-2 ,7"}) {
      DeviceChoice choice =
          DeviceChoice.of(
              BackendWish.AUTO, true, () -> both.visible(visible), DriverVersion.OLDEST_ON_LINUX);
      assertThat(choice.visibleDevice(0)).hasValue("GPU-2");
      assertThat(choice.slots()).hasValue(1);
    }
    assertThat(both.visible("").gpus()).isEmpty();
  }

  @Test
  void withoutCudaOnTheClassPathNobodyAsksForGpus() {
    DeviceChoice choice =
        DeviceChoice.of(
            BackendWish.AUTO,
            false,
            () -> {
              throw new AssertionError("asked");
            },
            DriverVersion.OLDEST_ON_LINUX);
    assertThat(choice.describe())
        .isEqualTo("cpu (auto: this build has no CUDA backend, which 'mvn -Pcuda package' adds)");
  }

  @Test
  void theCpuIsTakenWhereItIsAskedFor() {
    assertThat(choose(BackendWish.CPU, A100).describe()).isEqualTo("cpu (cpu: asked for)");
  }

  @Test
  void withoutAnyGpuTheCpuComputes() {
    assertThat(choose(BackendWish.AUTO).reason()).isEqualTo("there is no NVIDIA GPU");
    assertThat(choose(BackendWish.AUTO, "No devices were found").reason())
        .isEqualTo("nvidia-smi said: No devices were found");
  }

  @Test
  void aBackendThatDidNotStartIsNoChoice() {
    DeviceChoice auto = choose(BackendWish.AUTO, A100);
    assertThat(auto.confirmed("org.nd4j.linalg.jcublas.JCublasBackend")).isSameAs(auto);
    assertThat(auto.confirmed("org.nd4j.CpuBackend").describe())
        .isEqualTo(
            "cpu (auto: ND4J's backend for CUDA did not start; it took org.nd4j.CpuBackend)");
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(() -> choose(BackendWish.CUDA, A100).confirmed("org.nd4j.CpuBackend"));
    DeviceChoice cpu = choose(BackendWish.CPU);
    assertThat(cpu.confirmed("org.nd4j.CpuBackend")).isSameAs(cpu);
  }

  @ParameterizedTest
  @CsvSource({
    "3.5, false",
    "3.7, true",
    "5.0, true",
    "5.3, true",
    "6.2, true",
    "7.2, true",
    "8.0, true",
    "8.9, true",
    "9.0, false",
    "10.0, false",
    "12.0, false",
    "2.1, false"
  })
  void codeRunsOnTheSameMajorAndAnyLaterMinor(String capability, boolean supported) {
    assertThat(ComputeCapability.parse(capability).orElseThrow().isSupported())
        .isEqualTo(supported);
  }

  @ParameterizedTest
  @CsvSource({"450.80.02, 0", "450.80.01, -1", "450.80, -1", "451, 1", "450.102.04, 1", "99.9, -1"})
  void driversCompareNumberByNumber(String version, int sign) {
    int compared =
        DriverVersion.parse(version).orElseThrow().compareTo(DriverVersion.OLDEST_ON_LINUX);
    assertThat(Integer.signum(compared)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource({"'', AUTO", "auto, AUTO", "CPU, CPU", "cuda, CUDA"})
  void theVariableSaysWhatIsWanted(String word, BackendWish wish) {
    assertThat(BackendWish.of(word)).isEqualTo(wish);
  }

  @Test
  void anyOtherWordIsRefused() {
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(() -> BackendWish.of("gpu"))
        .withMessage("HONE_BACKEND: 'gpu' is no backend; allowed: auto, cpu, cuda");
  }
}
