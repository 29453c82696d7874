package org.hone.plugins.loss;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.hone.api.recipe.Site;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whether a network ends in a softmax, as losses on class probabilities need it. */
final class SoftmaxOutput {
  private SoftmaxOutput() {}

  static boolean of(Task task) {
    return task.goal() == Goal.CLASSIFICATION
        && task.network().sites().stream()
            .filter(site -> site.kind() == Site.Kind.OUTPUT)
            .allMatch(
                site ->
                    site.layer() instanceof BaseOutputLayer output
                        && output.getActivationFn() instanceof ActivationSoftmax);
  }

  /**
   * The gradient of a loss with respect to the softmax's input.
   *
   * <pre>{@code dL/dz_j = p_j * dL/dp_j - p_j * sum over k of p_k * dL/dp_k}</pre>
   *
   * @param probabilities p, [rows, classes]
   * @param pull p * dL/dp of each class, [rows, classes]; consumed
   */
  static INDArray gradient(INDArray probabilities, INDArray pull) {
    INDArray sums = pull.sum(true, 1);
    return pull.subi(probabilities.mulColumnVector(sums));
  }
}
