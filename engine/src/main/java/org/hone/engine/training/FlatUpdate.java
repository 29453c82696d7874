package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
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
  private final List<Stretch> stretches;
  private final float[][] memories;
  private final float[] update;
  private final float[] weights;
  private final FloatPointer gradientMemory;
  private final FloatPointer weightMemory;

  /**
   * Neighbours that are updated alike.
   *
   * @param layer whose rate it has
   */
  @SuppressWarnings("ArrayRecordComponent") // shared, and never compared
  private record Stretch(
      int from,
      int to,
      Role role,
      String layer,
      IUpdater updater,
      Optional<StepRule> rule,
      Penalty penalty,
      float[][] state) {}

  private FlatUpdate(
      List<Stretch> stretches, float[][] memories, INDArray gradients, INDArray weights) {
    this.stretches = stretches;
    this.memories = memories;
    this.update = new float[Math.toIntExact(gradients.length())];
    this.weights = new float[update.length];
    this.gradientMemory = (FloatPointer) gradients.data().addressPointer();
    this.weightMemory = (FloatPointer) weights.data().addressPointer();
  }

  /**
   * The update of this graph, if all its optimizers and penalties are among those that are known
   * here.
   *
   * @param gradients flat, [n]
   * @param weights flat, [n]
   */
  static Optional<FlatUpdate> of(
      ComputationGraph graph, ParameterLayout layout, INDArray gradients, INDArray weights) {
    if (weights.dataType() != DataType.FLOAT || Devices.isCuda()) {
      return Optional.empty();
    }
    List<Stretch> stretches = new ArrayList<>();
    List<float[][]> states = new ArrayList<>();
    int from = 0;
    for (ParameterLayout.Entry entry : layout.entries()) {
      int to = from + Math.toIntExact(entry.view().weight().length());
      TrainingConfig configuration = graph.getVertex(entry.view().layer()).getConfig();
      Optional<Stretch> stretch = stretch(entry, configuration, from, to, states, weights.length());
      if (stretch.isEmpty()) {
        return Optional.empty();
      }
      append(stretch.get(), stretches);
      from = to;
    }
    float[][] memories = states.isEmpty() ? new float[0][] : states.get(0);
    return Optional.of(new FlatUpdate(List.copyOf(stretches), memories, gradients, weights));
  }

  private static Optional<Stretch> stretch(
      ParameterLayout.Entry entry,
      TrainingConfig configuration,
      int from,
      int to,
      List<float[][]> states,
      long length) {
    String layer = entry.view().layer();
    String key = entry.view().key();
    IUpdater updater = configuration.getUpdaterByParam(key);
    if (entry.role() != Role.TRAINED) {
      return Optional.of(
          new Stretch(
              from,
              to,
              entry.role(),
              layer,
              updater,
              Optional.empty(),
              Penalty.NONE,
              new float[0][]));
    }
    GradientNormalization normalization = configuration.getGradientNormalization();
    List<Regularization> penalties = configuration.getRegularizationByParam(key);
    Optional<Penalty> penalty =
        penalties == null ? Optional.of(Penalty.NONE) : Penalty.of(penalties);
    Optional<StepRule> rule = StepRule.of(updater);
    if (rule.isEmpty()
        || penalty.isEmpty()
        || (normalization != null && normalization != GradientNormalization.None)) {
      return Optional.empty();
    }
    if (states.isEmpty()) {
      states.add(new float[rule.get().memories()][Math.toIntExact(length)]);
    }
    float[][] state = states.get(0);
    Arrays.stream(state).forEach(memory -> Arrays.fill(memory, from, to, rule.get().beginning()));
    return Optional.of(
        new Stretch(from, to, Role.TRAINED, layer, updater, rule, penalty.get(), state));
  }

  private static void append(Stretch next, List<Stretch> stretches) {
    int last = stretches.size() - 1;
    if (last >= 0 && alike(stretches.get(last), next)) {
      Stretch before = stretches.get(last);
      stretches.set(
          last,
          new Stretch(
              before.from(),
              next.to(),
              before.role(),
              before.layer(),
              before.updater(),
              before.rule(),
              before.penalty(),
              before.state()));
    } else {
      stretches.add(next);
    }
  }

  private static boolean alike(Stretch one, Stretch next) {
    return one.role() == next.role()
        && one.updater().equals(next.updater())
        && one.penalty().equals(next.penalty());
  }

  /**
   * Moves the weights and leaves the update in place of the gradient. Moving statistics of batch
   * norm move by their pseudo-gradient as it is.
   *
   * @param isStill whether a layer is not to move
   */
  void apply(int iteration, int epoch, Predicate<String> isStill) {
    gradientMemory.get(update);
    weightMemory.get(weights);
    for (Stretch stretch : stretches) {
      move(stretch, iteration, epoch, isStill);
    }
    for (int i = 0; i < update.length; i++) {
      weights[i] -= update[i];
    }
    gradientMemory.put(update);
    weightMemory.put(weights);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (float[] memory : memories) {
      StoredArray.write(memory, out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (float[] memory : memories) {
      StoredArray.read(memory, in);
    }
  }

  private void move(Stretch stretch, int iteration, int epoch, Predicate<String> isStill) {
    int from = stretch.from();
    int to = stretch.to();
    stretch
        .rule()
        .ifPresent(
            rule -> {
              IUpdater updater = stretch.updater();
              stretch.penalty().addToGradient(update, weights, from, to);
              rule.step(update, stretch.state(), from, to, iteration, epoch);
              double rate =
                  updater.hasLearningRate() ? updater.getLearningRate(iteration, epoch) : 1;
              stretch.penalty().addToUpdate(update, weights, from, to, rate);
            });
    boolean still = stretch.role() == Role.TRAINED && isStill.test(stretch.layer());
    if (still || stretch.role() == Role.FROZEN) {
      Arrays.fill(update, from, to, 0);
    }
  }
}
