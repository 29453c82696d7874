package org.hone.plugins.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class InstanceNormalizationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new InstanceNormalization();
  }

  private Task normalized() {
    return Normalized.task(technique(), Trial.IMAGES, Map.of());
  }

  @Test
  void standardisesEachChannelOfEachImage() {
    INDArray x = Normalized.plain(normalized(), "conv-1");
    INDArray seen = Normalized.layer(normalized(), "conv-1-normalization", true);
    for (int row : new int[] {0, 23}) {
      for (int channel = 0; channel < 3; channel++) {
        INDArray part = x.slice(row).slice(channel);
        double mean = part.meanNumber().doubleValue();
        double variance = part.sub(mean).norm2Number().doubleValue();
        variance = variance * variance / part.length();
        INDArray expected = part.sub(mean).div(Math.sqrt(variance + 1e-5)).mul(2).add(0.25);
        assertThat(Trial.distance(seen.slice(row).slice(channel), expected)).isLessThan(1e-4);
      }
    }
  }

  @Test
  void isForConvolutionsOnly() {
    assertThat(technique().appliesTo(Trial.CLASSES)).isFalse();
    assertThat(normalized().network().sites())
        .filteredOn(site -> site.kind() == Site.Kind.NORMALIZATION)
        .hasSize(1);
  }

  @Test
  void contrastAndBrightnessNoLongerMatter() {
    ComputationGraph graph = Trial.graph(normalized().network());
    INDArray image = Trial.IMAGES.training().features();
    INDArray bright = graph.outputSingle(image.mul(3));
    assertThat(Trial.distance(bright, graph.outputSingle(image))).isLessThan(1e-4);
  }

  @Test
  void theGradientIsRight() {
    Normalized.hasTheRightGradient(normalized());
  }
}
