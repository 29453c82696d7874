package org.hone.plugins.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Update;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.plugins.DeepNetwork;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/** Where a network is larger than it need be, what is taken off it is not missed. */
class CompressionEffectsTest {
  private static final Task TASK = DeepNetwork.of(2, Activation.RELU);
  private static final Recipe PLAIN =
      Recipe.of(Feed.shuffled(16), TASK.network(), Update.of(new Adam(1e-2)));

  private static List<TrainingResult> results(Recipe recipe) {
    return LongStream.rangeClosed(1, 3)
        .mapToObj(seed -> Trial.ENGINE.train(recipe, TASK, RecordedTerms.of(seed, 20)))
        .toList();
  }

  private static double accuracy(List<TrainingResult> results) {
    return results.stream()
        .mapToDouble(result -> result.score().orElseThrow())
        .average()
        .orElseThrow();
  }

  private static List<TrainingResult> with(Technique technique, Map<String, ?> strengths) {
    return results(Trial.with(technique, PLAIN, TASK, strengths));
  }

  @Test
  void oneAnswerInAHundredIsLostAtMostSeeds1To3() {
    double whole = accuracy(results(PLAIN));
    assertThat(accuracy(with(new Quantization(), Map.of("bits", 8)))).isGreaterThan(whole - 0.01);
    assertThat(accuracy(with(new Pruning(), Map.of("sparsity", 0.5)))).isGreaterThan(whole - 0.01);
  }

  @Test
  void theSizeFalls() {
    assertThat(with(new Pruning(), Map.of("sparsity", 0.75)))
        .allSatisfy(result -> assertThat(result.figures().get(Pruning.SPARSITY)).isEqualTo(0.75));
    assertThat(with(new Quantization(), Map.of("bits", 8)))
        .map(TrainingResult::figures)
        .allSatisfy(
            figures ->
                assertThat(figures.get(Quantization.BYTES))
                    .isLessThan(0.5 * figures.get(Quantization.BYTES_BEFORE)));
  }
}
