package org.hone.plugins.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.Task;
import org.hone.plugins.Noise;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Synonym replacement: some words of a text, of those that have synonyms, each become one of
 * theirs. Which words mean the same is said by a file of the study ({@code data.synonyms}), where
 * the authors ask WordNet; words that it leaves out, as they leave out stop words, stay.
 *
 * <pre>{@code n = max(1, round(alpha * length)) words}</pre>
 *
 * Name: {@code share} = alpha, 0.1 in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou, EDA, EMNLP 2019, section 2</a>
 */
public final class SynonymReplacement extends TextAugmentation {
  @Override
  public String id() {
    return "synonym-replacement";
  }

  @Override
  public String summary() {
    return "Exchanges some words of a text for others that mean the same.";
  }

  @Override
  public boolean appliesTo(Task task) {
    return super.appliesTo(task) && !task.synonyms().isEmpty();
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("share", FloatDistribution.of(0.02, 0.5), 0.1));
  }

  @Override
  TextEdit edit(ParameterValues values, Synonyms synonyms) {
    double share = values.number("share");
    return (tokens, room, random) ->
        replaced(tokens, TextEdit.count(tokens, share), synonyms, random);
  }

  private static List<Float> replaced(
      List<Float> tokens, int count, Synonyms synonyms, RandomGenerator random) {
    List<Float> replaced = new ArrayList<>(tokens);
    List<Integer> places = TextEdit.places(tokens, synonyms);
    int[] order = Noise.permutation(random, places.size());
    for (int i = 0; i < Math.min(count, order.length); i++) {
      int place = places.get(order[i]);
      replaced.set(place, TextEdit.synonym(tokens.get(place), synonyms, random));
    }
    return replaced;
  }
}
