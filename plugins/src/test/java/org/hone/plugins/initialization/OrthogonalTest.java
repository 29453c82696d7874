package org.hone.plugins.initialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class OrthogonalTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Orthogonal();
  }

  @Test
  void theShorterSideIsOrthonormal() {
    Map<String, INDArray> first = FirstWeights.of(technique(), FirstWeights.TASK, Map.of());
    INDArray narrows = first.get("dense-2.W");
    INDArray widens = first.get("dense-1.W");
    assertThat(Trial.distance(narrows.transpose().mmul(narrows), Nd4j.eye(40))).isLessThan(1e-5);
    assertThat(Trial.distance(widens.mmul(widens.transpose()), Nd4j.eye(4))).isLessThan(1e-5);
  }

  @Test
  void kernelsAreOrthogonalToOneAnother() {
    INDArray kernels = FirstWeights.of(technique(), Trial.IMAGES, Map.of()).get("conv-1.W");
    INDArray rows = kernels.dup('c').reshape('c', 3, 9);
    assertThat(Trial.distance(rows.mmul(rows.transpose()), Nd4j.eye(3))).isLessThan(1e-5);
  }

  @Test
  void gainScalesIt() {
    Map<String, INDArray> first =
        FirstWeights.of(technique(), FirstWeights.TASK, Map.of("gain", 1.5));
    INDArray weights = first.get("dense-2.W");
    assertThat(Trial.distance(weights.transpose().mmul(weights), Nd4j.eye(40).muli(2.25)))
        .isLessThan(1e-5);
  }

  @Test
  void aLinearNetworkKeepsTheLengthOfWhatGoesThrough() {
    Task deep =
        SmallTasks.table(
            Trial.ENGINE,
            Goal.CLASSIFICATION,
            new Architecture.Mlp(Collections.nCopies(20, 4), Activation.IDENTITY));
    Map<String, INDArray> first = FirstWeights.of(technique(), deep, Map.of());
    INDArray x = deep.training().features();
    INDArray through = x;
    for (int layer = 1; layer <= 20; layer++) {
      through = through.mmul(first.get("dense-" + layer + ".W"));
    }
    assertThat(Trial.distance(through.norm2(1), x.norm2(1))).isLessThan(1e-4);
  }

  @Test
  void aSavedModelDoesNotNeedIt(@TempDir Path folder) throws Exception {
    Recipe recipe =
        Trial.with(technique(), Trial.recipe(Trial.CLASSES, new Sgd(0.1)), Trial.CLASSES, Map.of());
    TrainedModel model = Trial.train(recipe, Trial.CLASSES, 1).model().get();
    Path file = folder.resolve("model.zip");
    model.save(file);
    ComputationGraph read = ComputationGraph.load(file.toFile(), false);
    assertThat(read.getConfiguration().toJson()).doesNotContain("org.hone");
    INDArray features = Trial.CLASSES.validation().features();
    assertThat(read.outputSingle(features)).isEqualTo(model.predict(features));
  }
}
