package org.hone.plugins.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.StoppingRule;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Meters;
import org.hone.api.training.TrainingResult;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.config.Sgd;

class EarlyStoppingTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new EarlyStopping();
  }

  /** After how many epochs it stops; 0 for never. */
  private static int stops(int patience, double minDelta, String losses) {
    List<Evaluation> curve =
        Arrays.stream(losses.split(" "))
            .map(loss -> new Evaluation(Double.parseDouble(loss), 0))
            .toList();
    EarlyStopping.NoImprovement rule = new EarlyStopping.NoImprovement(patience, minDelta, true);
    for (int epoch = 1; epoch <= curve.size(); epoch++) {
      Progress now = new Progress(epoch, 99, epoch, 0, 1, curve.subList(0, epoch));
      if (rule.shouldStop(now)) {
        return epoch;
      }
    }
    return 0;
  }

  @ParameterizedTest(name = "patience {0}: {1}")
  @CsvSource({
    "2, 5 4 3 2 1, 0",
    "2, 5 4 6 6 1, 4",
    "3, 5 4 6 6 1 2 3 4, 8",
    "2, 5 5 5, 3",
    "2, 5 4 4 3.9 4 4, 6",
    "2, NaN NaN 1, 2",
    "2, 5 NaN NaN 1, 3",
    "2, NaN 5 4 NaN 3 NaN NaN, 7",
    "2, Infinity 5 4, 0"
  })
  void stopsWhenTheMinimumLiesTooFarBack(int patience, String losses, int expected) {
    assertThat(stops(patience, 0, losses)).isEqualTo(expected);
  }

  @Test
  void aSmallFallIsNoImprovement() {
    assertThat(stops(2, 0.5, "5 4.6 4.4 3.8 3.7 3.2")).isEqualTo(0);
    assertThat(stops(2, 0.5, "5 4 3.9 3.8 3.7")).isEqualTo(4);
    assertThat(stops(2, 0.5, "Infinity 5 4.9 4.8")).isEqualTo(4);
  }

  @Test
  void theLastWeightsAreTheResultIfTheBestAreNotRestored() {
    Recipe recipe = Trial.recipe(Trial.CLASSES, new Sgd(0.3));
    assertThat(rule(recipe, Map.of()).restoresBest()).isTrue();
    assertThat(rule(recipe, Map.of("restore-best", false)).restoresBest()).isFalse();
  }

  private StoppingRule rule(Recipe recipe, Map<String, ?> strengths) {
    return Trial.with(technique(), recipe, Trial.CLASSES, strengths).stopping().orElseThrow();
  }

  @Test
  void theResultIsThatOfTheMinimum() {
    Recipe worsening =
        Trial.recipe(Trial.CLASSES, new Sgd(0.3))
            .withUpdate(update -> update.withSchedule(now -> Rates.of(now.epoch() < 3 ? 1 : 40)));
    Recipe recipe = Trial.with(technique(), worsening, Trial.CLASSES, Map.of("patience", 4));
    RecordedTerms terms = RecordedTerms.of(5, 30);
    TrainingResult result = Trial.ENGINE.train(recipe, Trial.CLASSES, terms);
    List<Double> losses = terms.series(Meters.VALIDATION_LOSS);
    double smallest = losses.stream().mapToDouble(loss -> loss).min().orElseThrow();
    assertThat(result.figures().get(Meters.VALIDATION_LOSS)).isEqualTo(smallest);
    assertThat(result.epochs()).isEqualTo(losses.indexOf(smallest) + 1 + 4);
  }
}
