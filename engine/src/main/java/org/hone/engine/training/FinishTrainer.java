package org.hone.engine.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Trainer;
import org.hone.api.recipe.WeightRule;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A finished training in the hands of what comes after it. */
final class FinishTrainer implements Trainer {
  private final Parts parts;
  private final BooleanSupplier stopRequested;
  private final Map<String, Double> figures = new TreeMap<>();
  private final Map<String, float[]> stepsByArray = new HashMap<>();
  private boolean interrupted;

  FinishTrainer(Parts parts, BooleanSupplier stopRequested) {
    this.parts = parts;
    this.stopRequested = stopRequested;
  }

  @Override
  public Run run() {
    return parts.run();
  }

  @Override
  public double score() {
    return parts.validation().evaluate(parts.graph()::predict).score();
  }

  /** Ends early if the training is to stop, or diverges; then the final evaluation shows it. */
  @Override
  public void train(int epochs, double rate, WeightRule rule) {
    StepLoop.End end = StepLoop.End.DONE;
    for (int epoch = 0; epoch < epochs && end == StepLoop.End.DONE; epoch++) {
      end =
          parts
              .loop()
              .epoch(
                  parts.feed().epoch(parts.run()),
                  now -> Rates.of(rate),
                  List.of(rule),
                  parts.clock(),
                  stopRequested);
    }
    interrupted |= end == StepLoop.End.INTERRUPTED;
  }

  /** Whether further training was cut short on request. */
  boolean interrupted() {
    return interrupted;
  }

  @Override
  public Inputs calibrationInputs() {
    return parts.feed().scaledInputs();
  }

  @Override
  public Map<String, INDArray> activations(Inputs inputs) {
    return parts.graph().activations(inputs);
  }

  @Override
  public void saveAsBytes(ParameterView array, float... steps) {
    stepsByArray.put(array.layer() + "_" + array.key(), steps.clone());
  }

  /** What the units' weights are multiples of, by name of the array. */
  Map<String, float[]> steps() {
    return stepsByArray;
  }

  @Override
  public void record(String metric, double value) {
    figures.put(metric, value);
  }

  Map<String, Double> figures() {
    return figures;
  }
}
