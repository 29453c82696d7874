package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hone.engine.network.GraphNetworkTest.cnn;
import static org.hone.engine.network.GraphNetworkTest.graph;
import static org.hone.engine.network.GraphNetworkTest.mlp;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Block;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class MergeBlocksTest {
  private static GraphVertex add(Block block) {
    return new ElementWiseVertex(Op.Add);
  }

  /** tanh(x W + b) of one layer. */
  private static INDArray dense(ComputationGraph graph, String name, INDArray x) {
    INDArray linear = x.mmul(graph.getParam(name + "_W")).addRowVector(graph.getParam(name + "_b"));
    return Transforms.tanh(linear);
  }

  private static INDArray output(ComputationGraph graph, INDArray x) {
    INDArray linear = x.mmul(graph.getParam("output_W")).addRowVector(graph.getParam("output_b"));
    return Transforms.softmax(linear);
  }

  private static void assertClose(INDArray seen, INDArray expected) {
    assertThat(seen.equalsWithEps(expected, 1e-5)).as("%s and %s", seen, expected).isTrue();
  }

  @Test
  void oneBranchIsAShortcut() {
    // seven columns of the first layer differ from the input, so that it is no block
    Network network = mlp(7, 7, 7).mergeBlocks(1, MergeBlocksTest::add);
    ComputationGraph graph = graph(network);
    INDArray x = Nd4j.rand(5, 4);
    INDArray first = dense(graph, "dense-1", x);
    INDArray second = first.add(dense(graph, "dense-2", first));
    INDArray third = second.add(dense(graph, "dense-3", second));
    assertClose(graph.outputSingle(x), output(graph, third));
  }

  @Test
  void twoBranchesStandSideBySide() {
    Network network = mlp(7, 7).mergeBlocks(2, MergeBlocksTest::add);
    ComputationGraph graph = graph(network);
    INDArray x = Nd4j.rand(5, 4);
    INDArray first = dense(graph, "dense-1", x);
    INDArray merged =
        first.add(dense(graph, "dense-2", first)).add(dense(graph, "dense-2-branch-2", first));
    assertClose(graph.outputSingle(x), output(graph, merged));
    assertThat(graph.getParam("dense-2-branch-2_W"))
        .as("branches start from weights of their own")
        .isNotEqualTo(graph.getParam("dense-2_W"));
  }

  @Test
  void blocksAreCountedFromTheInput() {
    List<Block> blocks = new ArrayList<>();
    mlp(4, 4, 6, 6)
        .mergeBlocks(
            1,
            block -> {
              blocks.add(block);
              return add(block);
            });
    assertThat(blocks)
        .extracting(block -> block.sites().get(0).name())
        .containsExactly("dense-1", "dense-2", "dense-4");
    assertThat(blocks).extracting(Block::index).containsExactly(0, 1, 2);
    assertThat(blocks).extracting(Block::count).containsOnly(3);
  }

  @Test
  void aNetworkWithoutBlocksStaysAsItIs() {
    assertThat(mlp(5, 6).mergeBlocks(2, MergeBlocksTest::add).describe())
        .isEqualTo(mlp(5, 6).describe());
  }

  @Test
  void whatFollowsALayerBelongsToItsBlock() {
    Network network =
        mlp(7, 7)
            .insert(
                Site::isHidden,
                Network.Side.BEFORE_ACTIVATION,
                site -> new BatchNormalization.Builder().build())
            .mergeBlocks(2, MergeBlocksTest::add);
    var inputs = GraphNetworkTest.configuration(network).getVertexInputs();
    assertThat(inputs)
        .containsEntry(
            "dense-2-merge",
            List.of("dense-1-activation", "dense-2-activation", "dense-2-activation-branch-2"))
        .containsEntry(
            "dense-2-activation-branch-2", List.of("dense-2-batchnormalization-branch-2"))
        .containsEntry("dense-2-branch-2", List.of("dense-1-activation"))
        .containsEntry("output", List.of("dense-2-merge"));
    assertThat(graph(network).outputSingle(Nd4j.rand(5, 4)).shape()).containsExactly(5, 3);
  }

  @Test
  void convolutionsOfEqualShapeAreBlocks() {
    Network network = cnn(InputShape.image(4, 4, 3), 3, 3).mergeBlocks(1, MergeBlocksTest::add);
    assertThat(network.describe())
        .contains("conv-1-merge: ElementWiseVertex(op=Add) <- input, conv-1")
        .contains("pool-1: SubsamplingLayer 2x2 <- conv-1-merge")
        .contains("conv-2-merge: ElementWiseVertex(op=Add) <- pool-1, conv-2");
    assertThat(graph(network).outputSingle(Nd4j.rand(5, 3, 4, 4)).shape()).containsExactly(5, 3);
  }

  private static Network residual() {
    return GraphNetwork.generate(
        new Architecture.ResidualCnn(List.of(3, 5), Activation.RELU),
        InputShape.image(4, 4, 1),
        Goal.CLASSIFICATION,
        3);
  }

  @Test
  void residualBlocksGetTheirBranchesAndNothingWithinThem() {
    List<Block> blocks = new ArrayList<>();
    Network network =
        residual()
            .mergeBlocks(
                2,
                block -> {
                  blocks.add(block);
                  return add(block);
                });

    assertThat(blocks)
        .extracting(block -> block.sites().stream().map(Site::name).toList())
        .containsExactly(List.of("conv-2", "conv-3"), List.of("conv-4", "conv-5"));
    assertThat(GraphNetworkTest.configuration(network).getVertexInputs())
        .containsEntry("add-1", List.of("conv-1", "conv-3", "conv-3-branch-2"))
        .containsEntry("conv-3-branch-2", List.of("conv-2-branch-2"))
        .containsEntry("conv-2-branch-2", List.of("conv-1"))
        .containsEntry("add-2", List.of("projection-1", "conv-5", "conv-5-branch-2"))
        .containsEntry("conv-4-branch-2", List.of("activation-1"));
    assertThat(graph(network).outputSingle(Nd4j.rand(2, 1, 4, 4)).shape()).containsExactly(2, 3);
  }

  @Test
  void aShortcutAroundAResidualBlockIsThereAlready() {
    Network network = residual();
    assertThat(network.mergeBlocks(1, MergeBlocksTest::add).describe())
        .isEqualTo(network.describe());
  }

  @Test
  void anotherMergeIsAnotherNetwork() {
    Network sum = mlp(7, 7).mergeBlocks(1, MergeBlocksTest::add);
    Network largest = mlp(7, 7).mergeBlocks(1, block -> new ElementWiseVertex(Op.Max));
    assertThat(sum.describe()).isNotEqualTo(largest.describe());
  }

  @Test
  void mergedNetworksCanBeEditedFurther() {
    Network network =
        mlp(7, 7)
            .mergeBlocks(2, MergeBlocksTest::add)
            .insert(
                Site::isHidden,
                Network.Side.BEFORE,
                site -> new BatchNormalization.Builder().build());
    assertThat(network.sites()).extracting(Site::hiddenLayers).containsOnly(3);
    assertThat(graph(network).outputSingle(Nd4j.rand(5, 4)).shape()).containsExactly(5, 3);
  }
}
