package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class SpatialDropoutTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new SpatialDropout();
  }

  @Test
  void wholeChannelsAreSilencedSeed7() {
    INDArray images = Nd4j.ones(2, 50, 4, 4);
    Nd4j.getRandom().setSeed(7);
    INDArray dropped =
        new org.deeplearning4j.nn.conf.dropout.SpatialDropout(0.7)
            .applyDropout(images.dup(), images.ulike(), 0, 0, LayerWorkspaceMgr.noWorkspaces());
    INDArray sums = dropped.mean(2, 3);
    long silent =
        Arrays.stream(sums.toDoubleMatrix())
            .flatMapToDouble(Arrays::stream)
            .filter(x -> x == 0)
            .count();
    assertThat(silent).isBetween(15L, 45L);
    assertThat(Arrays.stream(sums.toDoubleMatrix()).flatMapToDouble(Arrays::stream))
        .allSatisfy(x -> assertThat(x == 0 || Math.abs(x - 1 / 0.7) < 1e-5).isTrue());
  }

  @Test
  void standsBehindEachConvolution() {
    Recipe recipe =
        Trial.with(technique(), Trial.recipe(Trial.IMAGES, new Sgd(1)), Trial.IMAGES, Map.of());
    assertThat(recipe.network().sites())
        .extracting(Site::name)
        .containsSubsequence("conv-1", "conv-1-dropoutlayer");
    assertThat(technique().appliesTo(Trial.CLASSES)).isFalse();
  }
}
