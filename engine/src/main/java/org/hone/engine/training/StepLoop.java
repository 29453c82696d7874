package org.hone.engine.training;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Schedule;
import org.hone.api.recipe.WeightRule;
import org.hone.api.training.Meters;
import org.hone.engine.metrics.TrialMeters;

/** The steps of an epoch: rates, gradient through its stages, optimizer, weight rules. */
final class StepLoop {
  /** Taken in each pass, the norm of the gradient would be some percent of a small step. */
  private static final int PASSES_PER_NORM = 50;

  private final LiveGraph graph;
  private final Pass pass;
  private final RateControl rates;
  private final TrialMeters meters;
  private final GradientStep step;
  private double lastLoss;
  private int passes;

  /** How an epoch ended. */
  enum End {
    DONE,
    INTERRUPTED,
    DIVERGED
  }

  StepLoop(
      LiveGraph graph,
      Pass pass,
      List<GradientStage> stages,
      RateControl rates,
      TrialMeters meters,
      Run run) {
    this.graph = graph;
    this.pass = pass;
    this.rates = rates;
    this.meters = meters;
    GradientStep staged = this::pass;
    for (GradientStage stage : stages) {
      staged = stage.around(staged, run);
    }
    this.step = staged;
  }

  private GradientStep.Outcome pass(Batch batch) {
    GradientStep.Outcome outcome = pass.compute(batch);
    lastLoss = pass.loss();
    if (outcome == GradientStep.Outcome.APPLY) {
      meters.mean(Meters.TRAIN_LOSS, lastLoss);
      if (passes++ % PASSES_PER_NORM == 0) {
        meters.mean(Meters.GRADIENT_NORM, graph.gradientNorm());
      }
    }
    return outcome;
  }

  /**
   * Takes one step per batch.
   *
   * @param interrupted looked at before each step
   */
  End epoch(
      List<Supplier<Batch>> batches,
      Schedule schedule,
      List<WeightRule> rules,
      Clock clock,
      BooleanSupplier interrupted) {
    clock.beginEpoch(batches.size());
    passes = 0;
    for (Supplier<Batch> batch : batches) {
      if (interrupted.getAsBoolean()) {
        return End.INTERRUPTED;
      }
      rates.set(schedule.at(clock.now()));
      if (!step(batch, rules, clock)) {
        return End.DIVERGED;
      }
    }
    readLastStep();
    graph.endEpoch();
    return End.DONE;
  }

  /** Whether the loss was finite, or the step skipped. */
  private boolean step(Supplier<Batch> supplier, List<WeightRule> rules, Clock clock) {
    long start = System.nanoTime();
    Batch batch = supplier.get();
    boolean skipped = step.compute(batch) == GradientStep.Outcome.SKIP;
    if (!skipped && !Double.isFinite(lastLoss)) {
      return false;
    }
    clock.tick();
    if (skipped) {
      graph.skipUpdate();
      meters.skip();
    } else {
      graph.applyUpdate(batch.size());
      rules.forEach(WeightRule::afterUpdate);
    }
    meters.step(Duration.ofNanos(System.nanoTime() - start), batch.size());
    return true;
  }

  /** What is read once per epoch. */
  private void readLastStep() {
    meters.mean(Meters.LEARNING_RATE, rates.learningRate());
    pass.scale().ifPresent(scale -> meters.mean(Meters.LOSS_SCALE, scale));
    meters.mean(Meters.UPDATE_RATIO, graph.gradientNorm() / graph.weightNorm());
  }
}
