package org.hone.plugins.augmentation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Random deletion: each token of a text is left out with some probability, but never all of them.
 *
 * <p>Name: {@code probability} = alpha, 0.1 in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou, EDA, EMNLP 2019, section 2</a>
 */
public final class TokenDeletion extends TextAugmentation {
  @Override
  public String id() {
    return "token-deletion";
  }

  @Override
  public String summary() {
    return "Leaves out some tokens of a text while training.";
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("probability", FloatDistribution.of(0.02, 0.5), 0.1));
  }

  @Override
  TextEdit edit(ParameterValues values, Synonyms synonyms) {
    double probability = values.number("probability");
    return (tokens, room, random) -> shortened(tokens, probability, random);
  }

  private static List<Float> shortened(
      List<Float> tokens, double probability, RandomGenerator random) {
    List<Float> kept = tokens.stream().filter(token -> random.nextDouble() >= probability).toList();
    return kept.isEmpty() ? List.of(tokens.get(random.nextInt(tokens.size()))) : kept;
  }
}
