package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.WeightRule;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

class WeightDecayTest implements TechniqueContract {
  private static final double LAMBDA = 0.05;

  @Override
  public Technique technique() {
    return new WeightDecay();
  }

  /** Every weight and bias is 2 in the beginning, and no gradient moves it. */
  private Recipe still(Task task, IUpdater updater) {
    Recipe plain =
        Trial.before(Trial.recipe(task, updater), run -> run.gradients().assign(0))
            .withWeights(
                run -> {
                  run.views().forEach(view -> view.weight().assign(2));
                  return new WeightRule() {};
                });
    return Trial.with(technique(), plain, task, Map.of("coefficient", LAMBDA));
  }

  private static void assertValues(Run run, double weight) {
    for (ParameterView view : run.views()) {
      double expected = view.key().equals("W") ? weight : 2;
      assertThat(view.weight().meanNumber().doubleValue())
          .as(view.layer() + "." + view.key())
          .isEqualTo(expected, within(1e-6));
    }
  }

  @Test
  void weightsShrinkByRateTimesCoefficientAndBiasesStay() {
    Trial.train(
        Trial.after(
            still(Trial.CLASSES, new Sgd(0.1)),
            run -> {
              long step = run.progress().step();
              assertValues(run, 2 * Math.pow(1 - 0.1 * LAMBDA, step));
            }),
        Trial.CLASSES,
        2);
  }

  @Test
  void underAdamItIsDecoupledFromTheGradientsScale() {
    Trial.train(
        Trial.after(
            still(Trial.CLASSES, new Adam(0.1)),
            run -> assertValues(run, 2 * Math.pow(1 - 0.1 * LAMBDA, run.progress().step()))),
        Trial.CLASSES,
        2);
  }

  @Test
  void itFollowsTheSchedule() {
    Recipe recipe =
        still(Trial.CLASSES, new Sgd(0.1))
            .withUpdate(update -> update.withSchedule(now -> Rates.of(0.5)));
    Trial.train(
        Trial.after(
            recipe,
            run -> assertValues(run, 2 * Math.pow(1 - 0.05 * LAMBDA, run.progress().step()))),
        Trial.CLASSES,
        1);
  }

  @Test
  void normalizationIsLeftAlone() {
    Network normalized =
        Trial.CLASSES
            .network()
            .insert(
                Site::isHidden,
                Network.Side.BEFORE_ACTIVATION,
                site -> new org.deeplearning4j.nn.conf.layers.BatchNormalization());
    Task task = Trial.CLASSES.withNetwork(normalized);
    Trial.train(
        Trial.after(
            still(task, new Sgd(0.1)),
            run -> assertValues(run, 2 * Math.pow(1 - 0.1 * LAMBDA, run.progress().step()))),
        task,
        1);
  }
}
