package org.hone.api.recipe;

import java.util.function.Consumer;

/**
 * Wraps the computation of the gradient: accumulates, scales, perturbs, clips, adds noise. Stages
 * nest in the order of their {@link Position}, the first innermost.
 */
public interface GradientStage {

  /** The published order of gradient stages, innermost first. */
  enum Position {
    /** Around each single pass, also those of parts of a batch. */
    WEIGHT_NOISE,
    ACCUMULATION,
    LOSS_SCALING,
    SHARPNESS,
    ADVERSARIAL,
    CENTRALIZATION,
    CLIPPING,
    NOISE
  }

  /** Where it stands among the others. */
  Position position();

  /**
   * The step that calls {@code inner} as often as it needs; opened once per training. What it
   * remembers from one step to another lives in {@link Run#state}, as with {@link WeightRule}.
   */
  GradientStep around(GradientStep inner, Run run);

  /** A stage that changes the gradient in place after it was computed. */
  static GradientStage after(Position position, Consumer<Run> change) {
    return new GradientStage() {
      @Override
      public Position position() {
        return position;
      }

      @Override
      public GradientStep around(GradientStep inner, Run run) {
        return batch -> {
          GradientStep.Outcome outcome = inner.compute(batch);
          if (outcome == GradientStep.Outcome.APPLY) {
            change.accept(run);
          }
          return outcome;
        };
      }
    };
  }
}
