package org.hone.api.recipe;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A finished training in the hands of a {@link Finish}. */
public interface Trainer {

  /** The run, with the trained weights in {@link Run#weights}, ready to be changed. */
  Run run();

  /** The validation score of the weights as they are now. */
  double score();

  /**
   * Trains on for some epochs at a constant rate, keeping the gradient stages of the recipe.
   *
   * @param rate factor of the optimizer's learning rate; at 0 only batch-norm statistics move
   * @param rule acts after each update, such as a mask that keeps pruned weights at zero
   */
  void train(int epochs, double rate, WeightRule rule);

  /** The training rows, scaled, for calibration. */
  Inputs calibrationInputs();

  /**
   * What each layer gives at inference, with the weights as they are now.
   *
   * @param inputs scaled
   * @return by name of the layer, [rows, ...]; without those that an activation of its own stands
   *     behind
   */
  Map<String, INDArray> activations(Inputs inputs);

  /**
   * Says that the weights of an array are multiples, by -127 to 127, of a step of their unit's, so
   * that the saved model holds them as bytes. An array of which that is not true, or no longer when
   * the model is saved, it holds as it is.
   *
   * @param steps of each unit: column of a matrix, kernel of a convolution
   */
  void saveAsBytes(ParameterView array, float... steps);

  /** Records a figure of the finished model, such as its size. */
  void record(String metric, double value);
}
