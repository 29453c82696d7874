package org.hone.plugins.augmentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Random swap: two tokens of a text change places, several times over.
 *
 * <pre>{@code n = max(1, round(alpha * length)) swaps}</pre>
 *
 * Name: {@code share} = alpha, 0.1 in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou, EDA, EMNLP 2019, section 2</a>
 */
public final class TokenSwap extends TextAugmentation {
  @Override
  public String id() {
    return "token-swap";
  }

  @Override
  public String summary() {
    return "Swaps some tokens of a text while training.";
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("share", FloatDistribution.of(0.02, 0.5), 0.1));
  }

  @Override
  TextEdit edit(ParameterValues values, Synonyms synonyms) {
    double share = values.number("share");
    return (tokens, room, random) -> swapped(tokens, share, random);
  }

  private static List<Float> swapped(List<Float> tokens, double share, RandomGenerator random) {
    List<Float> swapped = new ArrayList<>(tokens);
    for (int left = TextEdit.count(tokens, share); left > 0; left--) {
      Collections.swap(swapped, random.nextInt(tokens.size()), random.nextInt(tokens.size()));
    }
    return swapped;
  }
}
