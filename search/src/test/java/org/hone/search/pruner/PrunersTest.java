package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PrunersTest {
  @Test
  void knowsItsOwn() {
    assertThat(Pruners.known()).contains("median", "nop").isSorted().doesNotHaveDuplicates();
  }

  @Test
  void listsWhatItKnowsWhenAskedForAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pruners.named("medium"))
        .withMessageContaining("'medium'")
        .withMessageContaining("median, nop");
  }
}
