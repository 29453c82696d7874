package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class DropConnectTest implements TechniqueContract {
  private static final double RATE = 0.75;

  @Override
  public Technique technique() {
    return new DropConnect();
  }

  /** What the weights of a layer are while the gradient is computed, and what becomes of it. */
  private record Seen(INDArray during, INDArray after, INDArray gradient) {}

  /** Innermost of all: sees weights as they are silenced, and gives every gradient the value 2. */
  private static GradientStage spying(int view, List<INDArray> during) {
    return new GradientStage() {
      @Override
      public Position position() {
        return Position.WEIGHT_NOISE;
      }

      @Override
      public GradientStep around(GradientStep inner, Run run) {
        return batch -> {
          during.add(run.views().get(view).weight().dup());
          run.views().forEach(each -> each.gradient().assign(2));
          return GradientStep.Outcome.APPLY;
        };
      }
    };
  }

  private static Seen seen(String layer, String key) {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0));
    List<INDArray> during = new ArrayList<>();
    List<Seen> seen = new ArrayList<>();
    int view = view(plain, layer, key);
    Recipe spied = plain.withUpdate(update -> update.withStage(spying(view, during)));
    Recipe dropped = Trial.with(new DropConnect(), spied, Trial.CLASSES, Map.of("rate", RATE));
    Trial.train(
        Trial.after(
            dropped,
            run -> {
              ParameterView now = run.views().get(view);
              seen.add(
                  new Seen(
                      during.get(during.size() - 1), now.weight().dup(), now.gradient().dup()));
            }),
        Trial.CLASSES,
        1);
    return seen.get(0);
  }

  private static int view(Recipe recipe, String layer, String key) {
    List<Integer> places = new ArrayList<>();
    Trial.train(
        Trial.after(
            recipe,
            run -> {
              for (int i = 0; i < run.views().size(); i++) {
                ParameterView view = run.views().get(i);
                if (view.layer().equals(layer) && view.key().equals(key)) {
                  places.add(i);
                }
              }
            }),
        Trial.CLASSES,
        1);
    return places.get(0);
  }

  @Test
  void aWeightIsSilencedOrFourTimesItselfAndSoIsItsGradientSeed5() {
    Seen seen = seen("output", "W");

    int silenced = 0;
    for (long i = 0; i < seen.after().length(); i++) {
      double weight = seen.after().getDouble(i);
      double mask = seen.gradient().getDouble(i) / 2;
      assertThat(mask).isIn(0.0, 4.0);
      assertThat(seen.during().getDouble(i)).isEqualTo((float) (mask * weight));
      silenced += mask == 0 ? 1 : 0;
    }
    assertThat(silenced).isBetween(1, (int) seen.after().length() - 1);
  }

  @Test
  void biasesAndTheFirstLayerStayAsTheyAre() {
    for (Seen seen : List.of(seen("output", "b"), seen("dense-1", "W"))) {
      assertThat(seen.during()).isEqualTo(seen.after());
      assertThat(seen.gradient().minNumber().doubleValue()).isEqualTo(2);
    }
  }

  @Test
  void inferenceIsLeftAsItIs() {
    assertThat(
            HiddenActivations.inferenceIsTheSame(
                HiddenActivations.with(technique(), Map.of("rate", 0.5))))
        .isTrue();
  }
}
