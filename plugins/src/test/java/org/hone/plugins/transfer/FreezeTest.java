package org.hone.plugins.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

class FreezeTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Freeze();
  }

  private Map<String, Double> rates(Task task, int layers) {
    return Trial.with(technique(), Related.plain(task), task, Map.of("layers", layers))
        .update()
        .rateByLayer();
  }

  @Test
  void theFirstLayersAreFrozenAndTheOthersTrain() {
    assertThat(rates(Related.TASK, 1))
        .isEqualTo(Map.of("dense-1", 0.0, "dense-2", 1.0, "output", 1.0));
    assertThat(Related.TASK.network().sites())
        .extracting(Site::name)
        .containsAll(List.of("dense-1"));
  }

  @Test
  void aNormalizationGoesWithTheLayerBeforeIt() {
    Task plain =
        SmallTasks.table(
            Trial.ENGINE,
            Goal.CLASSIFICATION,
            new Architecture.Mlp(List.of(6, 6, 6), Activation.RELU));
    Network normalized =
        plain
            .network()
            .insert(
                Site::isHidden,
                Network.Side.AFTER,
                site -> new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder().build())
            .withPretrained((layer, key) -> java.util.Optional.empty());
    Map<String, Double> rates = rates(plain.withNetwork(normalized), 2);
    assertThat(rates)
        .containsEntry("dense-1-batchnormalization", 0.0)
        .containsEntry("dense-2", 0.0)
        .containsEntry("dense-2-batchnormalization", 0.0)
        .containsEntry("dense-3", 1.0)
        .containsEntry("dense-3-batchnormalization", 1.0);
  }

  @Test
  void itNeedsTwoHiddenLayers() {
    Task shallow =
        SmallTasks.table(
            Trial.ENGINE, Goal.CLASSIFICATION, new Architecture.Mlp(List.of(6), Activation.RELU));
    Task offered =
        shallow.withNetwork(
            shallow.network().withPretrained((layer, key) -> java.util.Optional.empty()));
    assertThat(technique().appliesTo(offered)).isFalse();
  }

  @Test
  void itHelpsWhereThereAreFewRows() {
    assertThat(Related.logLoss(technique(), Map.of("layers", 1)))
        .isLessThan(0.8 * Related.logLossFromNothing());
  }

  @Test
  void recipesThatWereThereStay() {
    Recipe before =
        Related.plain(Related.TASK)
            .withUpdate(update -> update.withRateByLayer(Map.of("elsewhere", 0.5)));
    assertThat(Trial.with(technique(), before, Related.TASK, Map.of()).update().rateByLayer())
        .containsEntry("elsewhere", 0.5);
  }
}
