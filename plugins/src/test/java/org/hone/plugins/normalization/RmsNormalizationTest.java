package org.hone.plugins.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class RmsNormalizationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new RmsNormalization();
  }

  private Task normalized(Task task) {
    return Normalized.task(technique(), task, Map.of());
  }

  @Test
  void dividesEachRowByItsRootMeanSquare() {
    INDArray x = Normalized.plain(normalized(Trial.CLASSES), "dense-1");
    INDArray size = Transforms.sqrt(x.mul(x).mean(true, 1).addi(1e-5));
    INDArray seen = Normalized.layer(normalized(Trial.CLASSES), "dense-1-normalization", true);
    assertThat(Trial.distance(seen, x.divColumnVector(size).muli(2))).isLessThan(1e-5);
  }

  @Test
  void learnsAScaleAndNoShift() {
    assertThat(Trial.graph(normalized(Trial.CLASSES).network()).paramTable())
        .containsKey("dense-1-normalization_gamma")
        .doesNotContainKey("dense-1-normalization_beta");
  }

  @Test
  void aRowOfZerosStaysOne() {
    INDArray zeros = Trial.CLASSES.training().features().ulike();
    Task task = normalized(Trial.CLASSES);
    INDArray seen = Trial.graph(task.network()).feedForward(zeros, true).get("dense-1-activation");
    assertThat(seen.amaxNumber().doubleValue()).isZero();
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
  void isSavedWithItsModel(@TempDir Path folder) throws Exception {
    Normalized.isSavedWithItsModel(normalized(Trial.CLASSES), folder);
  }
}
