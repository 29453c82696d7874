package org.hone.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SamplersTest {
  @Test
  void knowsItsOwn() {
    assertThat(Samplers.known()).contains("random", "tpe").isSorted().doesNotHaveDuplicates();
  }

  @Test
  void listsWhatItKnowsWhenAskedForAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samplers.named("tpf"))
        .withMessageContaining("'tpf'")
        .withMessageContaining("random, tpe");
  }
}
