package org.hone.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeLayerTest {
  private static final String OURS = CachingExecutioner.class.getName();

  @Test
  void ofThisProcessIsWhole() {
    CpuBackend.start();
    NativeLayer here = NativeLayer.inspect();

    assertThat(here.executioner()).isEqualTo(OURS);
    assertThat(here.threads()).isEqualTo(1);
    assertThat(here.javacppLimit()).isZero();
    // where there is a library with oneDNN, convolutions use it
    assertThat(here.convolutionHelpers()).isEqualTo(here.buildInfo().contains("ONEDNN"));
  }

  @Test
  void saysWhatIsInForce() {
    assertThat(layer("HAVE_ONEDNN", OURS, true, 1, 0).findings())
        .allMatch(Finding::active)
        .extracting(Finding::subject)
        .containsExactly(
            "native library",
            "convolutions",
            "products",
            "operations",
            "layers",
            "threads",
            "memory");
  }

  @Test
  void saysWhatIsMissingAndWhatItCosts() {
    assertThat(layer("HAVE_OPENBLAS", "org.nd4j.Other", false, 4, 1L << 30).findings())
        .filteredOn(finding -> !finding.active())
        .extracting(Finding::text)
        .satisfiesExactly(
            text -> assertThat(text).contains("without oneDNN"),
            text -> assertThat(text).contains("five times slower"),
            text -> assertThat(text).contains("executed by org.nd4j.Other"),
            text -> assertThat(text).contains("by Deeplearning4j"),
            text -> assertThat(text).contains("4 here").contains("OMP_NUM_THREADS=1"),
            text -> assertThat(text).contains("limit 1,024 MB"));
  }

  @Test
  void saysForWhichProcessorProductsAreComputed() {
    Finding products = layer("HAVE_ONEDNN", OURS, true, 1, 0).findings().get(2);

    assertThat(products.toString()).contains("products").contains("of its own choice");
  }

  private static NativeLayer layer(
      String build, String executioner, boolean helpers, int threads, long limit) {
    return new NativeLayer(
        build,
        executioner,
        helpers,
        Optional.empty(),
        helpers,
        threads,
        limit,
        new MemoryWatch(1, () -> 0, () -> 0));
  }
}
