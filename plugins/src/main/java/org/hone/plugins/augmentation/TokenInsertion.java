package org.hone.plugins.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Random insertion: synonyms of words of a text are put in at any places of it, as long as there is
 * room for them. Where a study knows no synonyms, it is copies of its words that are put in.
 *
 * <pre>{@code n = max(1, round(alpha * length)) insertions}</pre>
 *
 * Name: {@code share} = alpha, 0.1 in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou, EDA, EMNLP 2019, section 2</a>
 */
public final class TokenInsertion extends TextAugmentation {
  @Override
  public String id() {
    return "token-insertion";
  }

  @Override
  public String summary() {
    return "Puts synonyms of some words of a text, or the words again, at other places of it.";
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("share", FloatDistribution.of(0.02, 0.5), 0.1));
  }

  @Override
  TextEdit edit(ParameterValues values, Synonyms synonyms) {
    double share = values.number("share");
    return (tokens, room, random) -> {
      int count = Math.min(TextEdit.count(tokens, share), room - tokens.size());
      return lengthened(tokens, count, synonyms, random);
    };
  }

  private static List<Float> lengthened(
      List<Float> tokens, int count, Synonyms synonyms, RandomGenerator random) {
    List<Float> sources =
        synonyms.isEmpty()
            ? tokens
            : TextEdit.places(tokens, synonyms).stream().map(tokens::get).toList();
    List<Float> longer = new ArrayList<>(tokens);
    for (int i = 0; i < count && !sources.isEmpty(); i++) {
      Float source = sources.get(random.nextInt(sources.size()));
      Float added = synonyms.isEmpty() ? source : TextEdit.synonym(source, synonyms, random);
      longer.add(random.nextInt(longer.size() + 1), added);
    }
    return longer;
  }
}
