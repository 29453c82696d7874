package org.hone.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What seldom matters stays as its author recommends. */
    @Override
    public Map<String, Setting> settings(Technique technique) {
      Origin origin = Origin.of("techniques: quick");
      return switch (technique.id()) {
        case "early-stopping" ->
            Map.of(
                "min-delta", new Setting.Fixed(0.0, origin),
                "restore-best", new Setting.Fixed(true, origin));
        case "batch-normalization" -> Map.of("eps", new Setting.Fixed(1e-5, origin));
        default -> Map.of();
      };
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
   * The regularization cocktail: of each technique the strengths that the paper searches, in its
   * ranges, short of those at which nothing is done. Its nineteen parameters are eighteen here:
   * whether there are shortcuts and of which kind is one choice.
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
      "adversarial") {
    @Override
    public Map<String, Setting> settings(Technique technique) {
      Origin origin = Origin.of("techniques: cocktail");
      return switch (technique.id()) {
        case "weight-decay" -> Map.of("coefficient", new Setting.Range(1e-5, 0.1, origin));
        case "mixup" -> Map.of("alpha", new Setting.Range(0.05, 1, origin));
        case "cutmix" -> Map.of("alpha", new Setting.Fixed(1.0, origin));
        case "adversarial" -> Map.of("epsilon", new Setting.Fixed(0.05, origin));
        case "swa" -> Map.of("start", new Setting.Fixed(0.75, origin));
        case "snapshot-ensemble" -> Map.of("snapshots", new Setting.Fixed(5L, origin));
        case "batch-normalization" ->
            Map.of(
                "momentum", new Setting.Fixed(0.9, origin),
                "eps", new Setting.Fixed(1e-5, origin),
                "place", new Setting.Fixed("before", origin));
        default -> Map.of();
      };
    }
  },

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

  /** What it says of a technique's strengths; the technique decides about the others. */
  public Map<String, Setting> settings(Technique technique) {
    return Map.of();
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
