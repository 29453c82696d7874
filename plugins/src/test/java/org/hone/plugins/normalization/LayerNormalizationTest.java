package org.hone.plugins.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.hone.plugins.regularization.WeightDecay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

class LayerNormalizationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new LayerNormalization();
  }

  private Task normalized(Task task) {
    return Normalized.task(technique(), task, Map.of());
  }

  @Test
  void standardisesEachRowOverItsUnits() {
    INDArray x = Normalized.plain(normalized(Trial.CLASSES), "dense-1");
    INDArray centred = x.subColumnVector(x.mean(true, 1));
    INDArray deviation = Transforms.sqrt(centred.mul(centred).mean(true, 1).addi(1e-5));
    INDArray expected = centred.divColumnVector(deviation).muli(2).addi(0.25);
    INDArray seen = Normalized.layer(normalized(Trial.CLASSES), "dense-1-normalization", true);
    assertThat(Trial.distance(seen, expected)).isLessThan(1e-5);
  }

  @Test
  void inAConvolutionAllChannelsAndPlacesOfARowAreOneSet() {
    INDArray seen = Normalized.layer(normalized(Trial.IMAGES), "conv-1-normalization", true);
    INDArray rows = seen.dup('c').reshape('c', seen.size(0), seen.length() / seen.size(0));
    assertThat(Trial.distance(rows.mean(1), rows.mean(1).ulike().assign(0.25))).isLessThan(1e-4);
    assertThat(Trial.distance(rows.var(false, 1), rows.mean(1).ulike().assign(4))).isLessThan(1e-1);
  }

  @Test
  void standsBeforeTheActivationOrAfterIt() {
    assertThat(normalized(Trial.CLASSES).network().describe())
        .contains("dense-1-normalization: Normalization(groups=1, centred=true)")
        .contains("dense-1-activation: ActivationLayer")
        .contains("<- dense-1-normalization");
    Task after = Normalized.task(technique(), Trial.CLASSES, Map.of("place", "after"));
    assertThat(after.network().sites())
        .extracting(Site::name)
        .containsExactly(
            "dense-1", "dense-1-normalization", "dense-2", "dense-2-normalization", "output");
    assertThat(after.network().sites())
        .filteredOn(site -> site.kind() == Site.Kind.NORMALIZATION)
        .hasSize(2);
    Normalized.hasTheRightGradient(after);
  }

  @Test
  void doesTheSameInTrainingAndAtInference() {
    Normalized.doesTheSameInTrainingAndAtInference(normalized(Trial.CLASSES), "dense-1-activation");
  }

  @Test
  void theGradientIsRight() {
    Normalized.hasTheRightGradient(normalized(Trial.CLASSES));
    Normalized.hasTheRightGradient(normalized(Trial.IMAGES));
  }

  @Test
  void noPenaltyDrawsScaleAndShiftToZero() {
    Task task = normalized(Trial.CLASSES);
    Recipe still = Trial.recipe(task, new Sgd(0));
    Recipe penalised =
        Trial.with(new WeightDecay(), Trial.recipe(task, new Sgd(1e-9)), task, Map.of());
    INDArray before = Trial.weights(still, task, 1).get(0);
    INDArray after = Trial.weights(penalised, task, 1).get(1);
    int from = 4 * 6 + 6;
    var ofTheLayer = NDArrayIndex.interval(from, from + 12);
    assertThat(Trial.distance(before.get(ofTheLayer), after.get(ofTheLayer))).isLessThan(1e-6);
  }

  @Test
  void isSavedWithItsModel(@TempDir Path folder) throws Exception {
    Normalized.isSavedWithItsModel(normalized(Trial.IMAGES), folder);
  }
}
