package org.hone.plugins.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

class GroupNormalizationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new GroupNormalization();
  }

  @Test
  void standardisesEachRowOverGroupsOfNeighbours() {
    Task task = Normalized.task(technique(), Trial.CLASSES, Map.of("groups", 2));
    INDArray x = Normalized.plain(task, "dense-1");
    INDArray seen = Normalized.layer(task, "dense-1-normalization", true);
    for (int group = 0; group < 2; group++) {
      var units = NDArrayIndex.interval(3 * group, 3 * group + 3);
      INDArray part = x.get(NDArrayIndex.all(), units);
      INDArray centred = part.subColumnVector(part.mean(true, 1));
      INDArray deviation = Transforms.sqrt(centred.mul(centred).mean(true, 1).addi(1e-5));
      INDArray expected = centred.divColumnVector(deviation).muli(2).addi(0.25);
      assertThat(Trial.distance(seen.get(NDArrayIndex.all(), units), expected)).isLessThan(1e-4);
    }
  }

  @Test
  void thereAreAsManyGroupsAsDivideTheChannels() {
    // of six units, four groups become three; of three channels, one
    Task tables = Normalized.task(technique(), Trial.CLASSES, Map.of("groups", 4));
    Task three = Normalized.task(technique(), Trial.CLASSES, Map.of("groups", 3));
    assertThat(Normalized.layer(tables, "dense-1-normalization", true))
        .isEqualTo(Normalized.layer(three, "dense-1-normalization", true));
    Task images = Normalized.task(technique(), Trial.IMAGES, Map.of("groups", 2));
    Task whole = Normalized.task(new LayerNormalization(), Trial.IMAGES, Map.of());
    assertThat(Normalized.layer(images, "conv-1-normalization", true))
        .isEqualTo(Normalized.layer(whole, "conv-1-normalization", true));
  }

  @Test
  void theGradientIsRight() {
    Normalized.hasTheRightGradient(
        Normalized.task(technique(), Trial.CLASSES, Map.of("groups", 2)));
    Normalized.hasTheRightGradient(Normalized.task(technique(), Trial.IMAGES, Map.of("groups", 3)));
  }
}
