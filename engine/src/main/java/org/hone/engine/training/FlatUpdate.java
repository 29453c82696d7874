package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
import org.hone.engine.backend.device.Devices;
import org.hone.engine.training.ParameterLayout.Role;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * One update of all weights in one pass over the flat vectors: penalties, optimizer, and the step
 * itself. Deeplearning4j makes views of each layer's arrays for this, in each step.
 */
final class FlatUpdate implements Resumable {
  private final List<Part> parts;
  private final Map<String, float[]> memories;
  private final float[] update;
  private final float[] weights;
  private final FloatPointer gradientMemory;
  private final FloatPointer weightMemory;

  /**
   * Neighbours that are updated alike.
   *
   * @param layer whose rate it has
   * @param rule of the optimizer; empty where none moves them
   */
  private record Part(
      Stretch stretch,
      Role role,
      String layer,
      IUpdater updater,
      Optional<StepRule> rule,
      Penalty penalty) {

    boolean goesOnIn(Part next) {
      return role == next.role && updater.equals(next.updater) && penalty.equals(next.penalty);
    }

    Part upTo(Part next) {
      return new Part(stretch.upTo(next.stretch), role, layer, updater, rule, penalty);
    }
  }

  private FlatUpdate(
      List<Part> parts,
      Map<String, float[]> memories,
      float[] update,
      INDArray gradients,
      INDArray weights) {
    this.parts = parts;
    this.memories = memories;
    this.update = update;
    this.weights = new float[update.length];
    this.gradientMemory = (FloatPointer) gradients.data().addressPointer();
    this.weightMemory = (FloatPointer) weights.data().addressPointer();
  }

  /**
   * The update of this graph, if all its optimizers and penalties have rules that are known here.
   *
   * @param gradients flat, [n]
   * @param weights flat, [n]
   */
  static Optional<FlatUpdate> of(
      ComputationGraph graph, ParameterLayout layout, INDArray gradients, INDArray weights) {
    if (weights.dataType() != DataType.FLOAT || Devices.isCuda()) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    Map<String, float[]> memories = new TreeMap<>();
    float[] update = new float[Math.toIntExact(weights.length())];
    int from = 0;
    for (ParameterLayout.Entry entry : layout.entries()) {
      int to = from + Math.toIntExact(entry.view().weight().length());
      TrainingConfig configuration = graph.getVertex(entry.view().layer()).getConfig();
      Optional<StepRule> rule = rule(entry, configuration);
      Optional<Penalty> penalty = penalty(entry, configuration);
      if (entry.role() == Role.TRAINED && (rule.isEmpty() || penalty.isEmpty())) {
        return Optional.empty();
      }
      begin(rule, memories, update.length, from, to);
      append(
          new Part(
              new Stretch(update, memories, from, to),
              entry.role(),
              entry.view().layer(),
              configuration.getUpdaterByParam(entry.view().key()),
              rule,
              penalty.orElse(Penalty.NONE)),
          parts);
      from = to;
    }
    return Optional.of(new FlatUpdate(parts, memories, update, gradients, weights));
  }

  private static Optional<StepRule> rule(
      ParameterLayout.Entry entry, TrainingConfig configuration) {
    return entry.role() == Role.TRAINED
        ? Nd4jRules.of(configuration.getUpdaterByParam(entry.view().key()))
        : Optional.empty();
  }

  /** Empty for one that only Deeplearning4j can apply. */
  private static Optional<Penalty> penalty(
      ParameterLayout.Entry entry, TrainingConfig configuration) {
    GradientNormalization normalization = configuration.getGradientNormalization();
    if (normalization != null && normalization != GradientNormalization.None) {
      return Optional.empty();
    }
    List<Regularization> penalties = configuration.getRegularizationByParam(entry.view().key());
    return penalties == null ? Optional.of(Penalty.NONE) : Penalty.of(penalties);
  }

  private static void begin(
      Optional<StepRule> rule, Map<String, float[]> memories, int length, int from, int to) {
    if (rule.isPresent()) {
      for (String name : rule.get().memories()) {
        float[] memory = memories.computeIfAbsent(name, absent -> new float[length]);
        Arrays.fill(memory, from, to, (float) rule.get().beginning());
      }
    }
  }

  private static void append(Part next, List<Part> parts) {
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).goesOnIn(next)) {
      parts.set(last, parts.get(last).upTo(next));
    } else {
      parts.add(next);
    }
  }

  /**
   * Moves the weights and leaves the update in place of the gradient. Moving statistics of batch
   * norm move by their pseudo-gradient as it is.
   *
   * @param rates of this step
   */
  void apply(int iteration, int epoch, RateControl rates) {
    gradientMemory.get(update);
    weightMemory.get(weights);
    for (Part part : parts) {
      move(part, iteration, epoch, rates);
    }
    for (int i = 0; i < update.length; i++) {
      weights[i] -= update[i];
    }
    gradientMemory.put(update);
    weightMemory.put(weights);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (float[] memory : memories.values()) {
      StoredArray.write(memory, out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (float[] memory : memories.values()) {
      StoredArray.read(memory, in);
    }
  }

  private void move(Part part, int iteration, int epoch, RateControl rates) {
    Stretch stretch = part.stretch();
    part.rule()
        .ifPresent(
            rule -> {
              IUpdater updater = part.updater();
              double rate =
                  updater.hasLearningRate() ? updater.getLearningRate(iteration, epoch) : 1;
              part.penalty().addToGradient(stretch, weights);
              rule.step(stretch, new StepRule.Step(rate, iteration + 1, rates.momentum()));
              part.penalty().addToUpdate(stretch, weights, rate);
            });
    boolean still = part.role() == Role.TRAINED && rates.isStill(part.layer());
    if (still || part.role() == Role.FROZEN) {
      Arrays.fill(update, stretch.from(), stretch.to(), 0);
    }
  }
}
