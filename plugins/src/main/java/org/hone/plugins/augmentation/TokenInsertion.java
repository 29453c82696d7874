package org.hone.plugins.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Random insertion: copies of tokens of a text are put in at other places of it, as long as there
 * is room for them. In the paper it is synonyms that are put in; those would need a thesaurus, a
 * copy does not.
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
    return "Repeats some tokens of a text at other places of it.";
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("share", FloatDistribution.of(0.02, 0.5), 0.1));
  }

  @Override
  TextEdit edit(ParameterValues values) {
    double share = values.number("share");
    return (tokens, room, random) -> lengthened(tokens, share, room, random);
  }

  private static List<Float> lengthened(
      List<Float> tokens, double share, int room, RandomGenerator random) {
    List<Float> longer = new ArrayList<>(tokens);
    int count = Math.min(TextEdit.count(tokens, share), room - tokens.size());
    for (int i = 0; i < count; i++) {
      Float copy = tokens.get(random.nextInt(tokens.size()));
      longer.add(random.nextInt(longer.size() + 1), copy);
    }
    return longer;
  }
}
