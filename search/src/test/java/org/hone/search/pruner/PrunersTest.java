package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PrunersTest {
  @Test
  void knowsItsOwn() {
    assertThat(Pruners.known())
        .contains(
            "asha",
            "hyperband",
            "median",
            "nop",
            "patient",
            "percentile",
            "performance-curve",
            "threshold",
            "wilcoxon")
        .isSorted()
        .doesNotHaveDuplicates();
    Pruners.known().forEach(id -> assertThat(Pruners.named(id).id()).isEqualTo(id));
  }

  @Test
  void listsWhatItKnowsWhenAskedForAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pruners.named("medium"))
        .withMessageContaining("'medium'")
        .withMessageContaining("median, nop, patient");
  }
}
