package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TechniqueChoicesTest {
  private static final Origin HERE = Origin.of("here");

  @TempDir Path folder;

  private TechniqueChoices read(String techniques) throws IOException {
    String text = "data: {file: 'bundled:digits.csv.gz'}\ntechniques: " + techniques;
    return Studies.load(folder, "s.yaml", text).techniques();
  }

  private TechniqueChoice one(String id, String choice) throws IOException {
    return ((TechniqueChoices.Listed) read("{%s: %s}".formatted(id, choice))).byId().get(id);
  }

  @Test
  void allIsAWord() throws IOException {
    for (TechniquePreset preset : TechniquePreset.values()) {
      assertThat(read(preset.id())).isEqualTo(new TechniqueChoices.Preset(preset));
    }
  }

  @Test
  void aListMeansSearchEach() throws IOException {
    Map<String, TechniqueChoice> byId = ((TechniqueChoices.Listed) read("[mixup, dropout]")).byId();

    assertThat(byId).containsOnlyKeys("dropout", "mixup");
    assertThat(byId.values()).allMatch(TechniqueChoice.Search.class::isInstance);
    assertThat(byId.get("mixup").origin().toString()).endsWith("s.yaml:2:14: techniques[0]");
    assertThat(read("dropout").written()).isEqualTo(Map.of("dropout", "search"));
    assertThat(read("[]").written()).isEqualTo(Map.of());
  }

  @ParameterizedTest
  @CsvSource({"search, Search", "on, On", "off, Off"})
  void aWordSaysHow(String word, String kind) throws IOException {
    TechniqueChoice choice = one("dropout", word);

    assertThat(choice.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(choice.settings()).isEmpty();
    assertThat(choice.word()).isEqualTo(word);
    assertThat(choice.written()).isEqualTo(word);
    assertThat(choice.origin().key()).isEqualTo("techniques.dropout");
  }

  @Test
  void fixedStrengthsMeanAlways() throws IOException {
    TechniqueChoice choice = one("label-smoothing", "{epsilon: 0.1, kind: uniform, k: 3}");

    assertThat(choice).isInstanceOf(TechniqueChoice.On.class);
    assertThat(choice.written()).isEqualTo(Map.of("epsilon", 0.1, "kind", "uniform", "k", 3L));
  }

  @Test
  void aRangeMeansSearch() throws IOException {
    TechniqueChoice choice = one("gradient-clipping", "{max-norm: [0.5, 5], by-layer: true}");

    assertThat(choice).isInstanceOf(TechniqueChoice.Search.class);
    assertThat(choice.settings().get("max-norm"))
        .isInstanceOfSatisfying(
            Setting.Range.class,
            range -> {
              assertThat(range.low()).isEqualTo(0.5);
              assertThat(range.high()).isEqualTo(5);
              assertThat(range.isSearched()).isTrue();
              assertThat(range.origin().key()).isEqualTo("techniques.gradient-clipping.max-norm");
            });
    assertThat(choice.settings().get("by-layer").written()).isEqualTo(true);
    assertThat(choice.settings().get("by-layer").isSearched()).isFalse();
  }

  @Test
  void howItIsUsedCanBeSaidBesideItsStrengths() throws IOException {
    assertThat(one("sgd", "{use: on, learning-rate: [0.01, 0.1]}"))
        .isInstanceOf(TechniqueChoice.On.class);
    assertThat(one("sgd", "{learning-rate: 0.1, use: search}"))
        .isInstanceOf(TechniqueChoice.Search.class);
    assertThat(one("sgd", "{use: off, learning-rate: 0.1}"))
        .isInstanceOf(TechniqueChoice.Off.class);
    assertThat(one("sgd", "{use: on}").settings()).isEmpty();
    assertThat(one("sgd", "{learning-rate: 0.1, use: search}").written())
        .isEqualTo(Map.of("use", "search", "learning-rate", 0.1));
  }

  @Test
  void aListThatIsNoRangeIsAChoice() throws IOException {
    assertThat(one("sgd", "{momentum: [classic, nesterov]}").settings().get("momentum").written())
        .isEqualTo(List.of("classic", "nesterov"));
    assertThat(one("sgd", "{k: [1, 2, 4]}").settings().get("k"))
        .isInstanceOfSatisfying(
            Setting.Subset.class,
            subset -> {
              assertThat(subset.values()).containsExactly(1L, 2L, 4L);
              assertThat(subset.isSearched()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "1, Long",
    "-7, Long",
    "1.0, Double",
    "1e-4, Double",
    ".5, Double",
    "99999999999999999999, Double",
    "1e999, String",
    "NaN, String",
    "0x10, String",
    "1d, String",
    "true, Boolean",
    "on, String",
    "null, Nothing",
    "cosine, String"
  })
  void aValueIsWhatItLooksLike(String text, String type) throws IOException {
    Object value = one("sgd", "{x: %s}".formatted(text)).settings().get("x").written();

    assertThat(value.getClass().getSimpleName()).isEqualTo(type);
  }

  @Test
  void settingsCheckThemselves() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Setting.Range(2, 1, HERE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Setting.Range(Double.NaN, 1, HERE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Setting.Range(0, Double.POSITIVE_INFINITY, HERE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Setting.Range(Double.NEGATIVE_INFINITY, 0, HERE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Setting.Subset(List.of(), HERE));
  }
}
