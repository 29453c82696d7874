package org.hone.api.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SynonymsTest {
  @Test
  void allOthersOfAWordsGroupsAreItsSynonyms() {
    Synonyms synonyms = Synonyms.of(List.of(List.of(2, 3, 4), List.of(9, 3, 2), List.of(7)));
    assertThat(synonyms.of(2)).containsExactly(3, 4, 9);
    assertThat(synonyms.of(4)).containsExactly(2, 3);
    assertThat(synonyms.of(7)).isEmpty();
    assertThat(synonyms.isEmpty()).isFalse();
    assertThat(Synonyms.of(List.of(List.of(5), List.of(6, 6)))).isEqualTo(Synonyms.none());
  }

  @Test
  void noWordIsItsOwn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Synonyms(Map.of(2, List.of(2, 3))))
        .withMessage("a word has other words for synonyms, but 2 has [2, 3]");
    assertThatIllegalArgumentException().isThrownBy(() -> new Synonyms(Map.of(2, List.of())));
  }
}
