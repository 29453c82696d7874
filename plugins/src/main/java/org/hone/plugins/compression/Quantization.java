package org.hone.plugins.compression;

import java.util.Arrays;
import java.util.Set;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Trainer;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Quantization of weights: after training, each weight is replaced by the nearest of a few evenly
 * spaced values, whose distance is each unit's own. The saved model holds a byte for each, and the
 * distances. What the model would weigh in so many bits is measured, and what that costs in score.
 *
 * <pre>{@code
 * q = clip(round(w / S), -(2^(b-1) - 1), 2^(b-1) - 1),  w = S * q
 * }</pre>
 *
 * Name: {@code bits} = b, 8 in the paper. The zero point is 0, one S for each unit or kernel as in
 * Krishnamoorthi 2018 (arXiv 1806.08342, section 3). S is calibrated on the weights: of some ranges
 * up to their largest the one with the least squared error. Biases and normalization keep their
 * precision.
 *
 * @see <a href="https://arxiv.org/abs/1712.05877">Jacob et al., CVPR 2018, section 2.1</a>
 */
public final class Quantization implements Technique {
  /** Figure: bytes of the parameters, with quantized weights and their scales. */
  static final String BYTES = "hone.quantization.bytes";

  /** Figure: bytes of the parameters in single precision. */
  static final String BYTES_BEFORE = "hone.quantization.bytes.before";

  /** Figure: the validation score before. */
  static final String BEFORE = "hone.quantization.score.before";

  /** Figure: the validation score after. */
  static final String AFTER = "hone.quantization.score.after";

  @Override
  public String id() {
    return "quantization";
  }

  @Override
  public Slot slot() {
    return Slot.COMPRESSION;
  }

  @Override
  public String summary() {
    return "Rounds weights to so few values that each fits into 8 bits or less.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Jacob et al.",
        "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only"
            + " Inference",
        2018,
        "https://arxiv.org/abs/1712.05877");
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of("snapshot-ensemble");
  }

  /** A model becomes smaller by it, not better. */
  @Override
  public boolean isOnRequest() {
    return true;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("bits", IntDistribution.of(3, 8), 8));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    int bits = values.integer("bits");
    return recipe.withFinish(trainer -> quantize(trainer, bits));
  }

  private static void quantize(Trainer trainer, int bits) {
    trainer.record(BEFORE, trainer.score());
    long numbers = trainer.run().weights().length();
    double bytes = Float.BYTES * numbers;
    trainer.record(BYTES_BEFORE, bytes);
    for (ParameterView view : Matrices.of(trainer.run())) {
      float[] steps = quantize(view.weight(), bits);
      trainer.saveAsBytes(view, steps);
      bytes += (double) Float.BYTES * steps.length;
      bytes -= view.weight().length() * (Float.BYTES - bits / 8.0);
    }
    trainer.record(BYTES, bytes);
    trainer.record(AFTER, trainer.score());
  }

  /**
   * Rounds each unit's weights to a grid of its own.
   *
   * @return the steps of the units' grids
   */
  private static float[] quantize(INDArray weights, int bits) {
    INDArray units = weights.rank() == 2 ? weights.transpose() : weights;
    float[] numbers = units.dup('c').data().asFloat();
    float[] steps = new float[Math.toIntExact(units.size(0))];
    int length = numbers.length / steps.length;
    for (int unit = 0; unit < steps.length; unit++) {
      int from = unit * length;
      Grid grid = Grid.fitting(bits, Arrays.copyOfRange(numbers, from, from + length));
      for (int i = from; i < from + length; i++) {
        numbers[i] = (float) grid.nearest(numbers[i]);
      }
      steps[unit] = grid.step();
    }
    INDArray rounded = Nd4j.create(numbers, units.shape(), 'c');
    weights.assign(weights.rank() == 2 ? rounded.transpose() : rounded);
    return steps;
  }
}
