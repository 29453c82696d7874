package org.hone.api.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Recipe;
import org.hone.api.testkit.EngineContract;
import org.hone.api.testkit.FakeEngine;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class FakeEngineTest implements EngineContract {
  @Override
  public TrainingEngine engine() {
    return new FakeEngine();
  }

  @Test
  void aBetterRecipeScoresBetter() {
    FakeEngine engine = new FakeEngine(recipe -> recipe.feed().batchSize() == 8 ? 0.9 : 0.2);
    Task task = SmallTasks.classification(engine);
    Recipe good = SmallTasks.baseline(task);
    Recipe poor = good.withFeed(feed -> Feed.shuffled(4));
    // the objective is an error
    assertThat(score(engine, good, task)).isLessThan(score(engine, poor, task));
  }

  @Test
  void withoutAQualityAnyTwoRecipesDiffer() {
    Task task = SmallTasks.classification(engine());
    Recipe recipe = SmallTasks.baseline(task);
    Recipe other = recipe.withUpdate(update -> update.withUpdater(new Sgd(0.1)));
    assertThat(score(engine(), recipe, task)).isNotEqualTo(score(engine(), other, task));
  }

  private static double score(TrainingEngine engine, Recipe recipe, Task task) {
    return engine.train(recipe, task, RecordedTerms.of(1, 6)).score().orElseThrow();
  }
}
