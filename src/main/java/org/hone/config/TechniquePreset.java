package org.hone.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hone.api.technique.Technique;

/** A named choice of techniques, each to be searched where it applies. */
public enum TechniquePreset {
  /**
   * What usually pays, in a space small enough for a few dozen trials, and whatever the user
   * brought along: techniques, and what makes use of pretrained weights or a teacher.
   */
  QUICK(
      "adam",
      "nesterov",
      "batch-normalization",
      "dropout",
      "weight-decay",
      "label-smoothing",
      "mixup",
      "clip-by-global-norm",
      "cosine",
      "ema",
      "early-stopping") {
    @Override
    public boolean includes(Technique technique) {
      return super.includes(technique)
          || !technique.needs().isEmpty()
          || !(isOfHouse(technique) || technique.isOnRequest());
    }
  },

  /** Every technique but those that wait to be asked for. */
  ALL {
    @Override
    public boolean includes(Technique technique) {
      return !technique.isOnRequest();
    }
  },

  /**
   * The regularization cocktail.
   *
   * @see <a href="https://arxiv.org/abs/2106.11189">Kadra et al., NeurIPS 2021, Table 1</a>
   */
  COCKTAIL(
      "batch-normalization",
      "swa",
      "lookahead",
      "weight-decay",
      "dropout",
      "snapshot-ensemble",
      "skip-connections",
      "shake-shake",
      "shake-drop",
      "mixup",
      "cutmix",
      "cutout",
      "adversarial"),

  /** Against trainings that diverge or hardly begin. */
  STABILITY(
      "clip-by-value",
      "clip-by-layer-norm",
      "clip-by-global-norm",
      "adaptive-clipping",
      "percentile-clipping",
      "constant",
      "linear",
      "cosine",
      "batch-normalization",
      "layer-normalization",
      "group-normalization",
      "rms-normalization",
      "xavier",
      "he",
      "lecun",
      "orthogonal"),

  /** For the same result in less time. */
  SPEED("batch-size", "one-cycle", "cosine", "linear", "early-stopping"),

  /** For a smaller model; distillation where the study has a teacher. */
  COMPACT("pruning", "quantization", "distillation");

  @SuppressWarnings("ImmutableEnumChecker") // of Set.of, which is
  private final Set<String> techniques;

  TechniquePreset(String... techniques) {
    this.techniques = Set.of(techniques);
  }

  /** The word for it in a study file. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a technique is among them. */
  public boolean includes(Technique technique) {
    return techniques.contains(technique.id());
  }

  private static boolean isOfHouse(Technique technique) {
    return technique.getClass().getPackageName().startsWith("org.hone.plugins");
  }

  /** The techniques by name; empty if it takes what there is. */
  Set<String> named() {
    return techniques;
  }

  static Optional<TechniquePreset> of(String word) {
    return Arrays.stream(values()).filter(preset -> preset.id().equals(word)).findFirst();
  }

  /** All words, in order. */
  static List<String> ids() {
    return Arrays.stream(values()).map(TechniquePreset::id).toList();
  }
}
