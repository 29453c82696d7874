package org.hone.api.layer;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.hone.api.layer.ResidualSum.Coefficients;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A {@link ResidualSum} at work. */
@SuppressWarnings("overrides") // what Deeplearning4j's base class does to its interface
final class ResidualSumVertex extends BaseGraphVertex {
  private static final long serialVersionUID = 1;

  private final ResidualSum sum;
  private transient Coefficients drawn = new Coefficients(new double[0][], new double[0][]);

  ResidualSumVertex(
      ComputationGraph graph, String name, int index, DataType type, ResidualSum sum) {
    super(graph, name, index, new VertexIndices[0], new VertexIndices[0], type);
    this.sum = sum;
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public @Nullable Layer getLayer() {
    return null;
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    if (training) {
      drawn = sum.draw(inputs[0].size(0));
    }
    INDArray output = inputs[0].dup();
    for (int branch = 0; branch < sum.branches(); branch++) {
      INDArray input = inputs[1 + branch];
      output.addi(training ? scaled(input, drawn.forward()[branch]) : input.mul(sum.expected()));
    }
    return workspaces.leverageTo(ArrayType.ACTIVATIONS, output);
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
    INDArray[] gradients = new INDArray[1 + sum.branches()];
    gradients[0] = workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon);
    for (int branch = 0; branch < sum.branches(); branch++) {
      gradients[1 + branch] =
          workspaces.leverageTo(
              ArrayType.ACTIVATION_GRAD, scaled(epsilon, drawn.backward()[branch]));
    }
    return new Pair<>(null, gradients);
  }

  /** Each row by its factor. */
  private static INDArray scaled(INDArray rows, double[] factors) {
    long[] shape = new long[rows.rank()];
    Arrays.fill(shape, 1);
    shape[0] = factors.length;
    return rows.mul(Nd4j.createFromArray(factors).castTo(rows.dataType()).reshape(shape));
  }

  @Override
  public void setBackpropGradientsViewArray(@Nullable INDArray view) {
    if (view != null) {
      throw new IllegalStateException("'%s' has no parameters".formatted(getVertexName()));
    }
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray @Nullable [] masks, MaskState state, int rows) {
    return new Pair<>(masks == null ? null : masks[0], state);
  }

  @Override
  public String toString() {
    return "%s: %s".formatted(getVertexName(), sum);
  }
}
