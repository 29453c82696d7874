package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

class SynonymReplacementTest implements TextAugmentationContract {
  private static final Synonyms SYNONYMS =
      Synonyms.of(List.of(List.of(2, 20, 21), List.of(4, 40), List.of(5, 40)));

  @Override
  public Technique technique() {
    return new SynonymReplacement();
  }

  @Override
  public Synonyms synonyms() {
    return SYNONYMS;
  }

  private Batch changed(double share) {
    return Augmented.batch(
        technique(),
        Trial.CLASSES,
        Map.of("share", share),
        TextAugmentationContract.texts(),
        SYNONYMS);
  }

  @Test
  void oneOfTenWordsBecomesASynonymInItsPlaceSeed1() {
    for (int row = 0; row < TextAugmentationContract.ROOM; row++) {
      List<Integer> before = TextAugmentationContract.tokens(TextAugmentationContract.texts(), row);
      List<Integer> after = TextAugmentationContract.tokens(changed(0.1), row);
      List<Integer> places =
          IntStream.range(0, before.size())
              .filter(i -> !before.get(i).equals(after.get(i)))
              .boxed()
              .toList();
      assertThat(after).hasSameSizeAs(before);
      assertThat(places).hasSize(1);
      assertThat(SYNONYMS.of(before.get(places.get(0)))).contains(after.get(places.get(0)));
    }
  }

  @Test
  void noMoreWordsAreExchangedThanHaveSynonymsSeed1() {
    List<Integer> after = TextAugmentationContract.tokens(changed(0.5), 11);
    assertThat(after.get(0)).isIn(20, 21);
    assertThat(after.subList(1, 12)).containsExactly(3, 40, 40, 6, 7, 8, 9, 10, 11, 12, 13);
  }

  @Test
  void appliesWhereWordsHaveSynonyms() {
    Task texts = SmallTasks.texts(Trial.ENGINE);
    assertThat(technique().appliesTo(texts)).isTrue();
    assertThat(technique().appliesTo(texts.withSynonyms(Synonyms.none()))).isFalse();
    assertThat(technique().appliesTo(Trial.CLASSES.withSynonyms(SYNONYMS))).isFalse();
  }

  @Test
  void aTrainingSeesTheSynonymsOfItsTask() {
    Task texts = SmallTasks.texts(Trial.ENGINE);
    Recipe plain = Trial.recipe(texts, new Sgd(0.1));
    Recipe recipe = Trial.with(technique(), plain, texts, Map.of("share", 0.5));
    List<INDArray> untouched = Trial.weights(plain, texts, 1);
    assertThat(Trial.weights(recipe, texts.withSynonyms(Synonyms.none()), 1)).isEqualTo(untouched);
    assertThat(Trial.weights(recipe, texts, 1)).isNotEqualTo(untouched);
  }
}
