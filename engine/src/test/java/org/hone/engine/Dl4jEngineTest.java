package org.hone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ServiceLoader;
import org.hone.api.recipe.Network;
import org.hone.api.testkit.EngineContract;
import org.hone.api.testkit.FakeEngine;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.junit.jupiter.api.Test;

class Dl4jEngineTest implements EngineContract {
  private static final TrainingEngine ENGINE = new Dl4jEngine();

  @Override
  public TrainingEngine engine() {
    return ENGINE;
  }

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(TrainingEngine.class))
        .hasAtLeastOneElementOfType(Dl4jEngine.class);
  }

  @Test
  void namesLibraryAndDevice() {
    assertThat(ENGINE.name()).startsWith("deeplearning4j 1.0.0-M2.1");
    assertThat(ENGINE.device()).contains("1 thread of ");
  }

  @Test
  void refusesTheNetworkOfAnotherEngine() {
    Task task = SmallTasks.classification(ENGINE);
    Network foreign = SmallTasks.classification(new FakeEngine()).network();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ENGINE.train(
                    SmallTasks.baseline(task.withNetwork(foreign)), task, RecordedTerms.of(1, 1)))
        .withMessageContaining("FakeNetwork is not a network of this engine");
  }
}
