package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TechniquePresetTest {
  private final Techniques known = Techniques.discover(getClass().getClassLoader());

  @ParameterizedTest
  @EnumSource
  void namesTechniquesThatThereAre(TechniquePreset preset) {
    assertThat(known.ids()).containsAll(preset.named());
  }

  @Test
  void allIsEverythingButWhatIsSearchedOnRequest() {
    assertThat(known.all().stream().filter(one -> !TechniquePreset.ALL.includes(one)))
        .extracting(Technique::id)
        .containsExactlyInAnyOrder(
            "accumulation",
            "batch-size",
            "bfloat16",
            "constant",
            "fixed",
            "float16",
            "float32",
            "pruning",
            "quantization");
  }

  @Test
  void theCocktailIsThatOfThePaper() {
    assertThat(known.all().stream().filter(TechniquePreset.COCKTAIL::includes))
        .extracting(Technique::id)
        .containsExactlyInAnyOrder(
            "adversarial",
            "batch-normalization",
            "cutmix",
            "cutout",
            "dropout",
            "lookahead",
            "mixup",
            "shake-drop",
            "shake-shake",
            "skip-connections",
            "snapshot-ensemble",
            "swa",
            "weight-decay");
  }
}
