package org.hone.plugins.augmentation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Random deletion: each token of a text is left out with some probability, but never all of them.
 * Each batch is changed anew, where the authors add changed copies to the data once.
 *
 * <p>Name: {@code probability} = alpha, 0.1 in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou, EDA, EMNLP 2019, section 2</a>
 */
public final class TokenDeletion implements Technique {
  @Override
  public String id() {
    return "token-deletion";
  }

  @Override
  public Slot slot() {
    return Slot.AUGMENTATION;
  }

  @Override
  public String summary() {
    return "Leaves out some tokens of a text while training.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Wei and Zou",
        "EDA: Easy Data Augmentation Techniques for Boosting Performance on Text Classification Tasks",
        2019,
        "https://arxiv.org/abs/1901.11196");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfText(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("probability", FloatDistribution.of(0.02, 0.5), 0.1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double probability = values.number("probability");
    TextEdit edit = (tokens, room, random) -> shortened(tokens, probability, random);
    return recipe.withFeed(
        feed -> feed.withBatches((batch, run) -> edit.each(batch, run.random())));
  }

  private static List<Float> shortened(
      List<Float> tokens, double probability, RandomGenerator random) {
    List<Float> kept = tokens.stream().filter(token -> random.nextDouble() >= probability).toList();
    return kept.isEmpty() ? List.of(tokens.get(random.nextInt(tokens.size()))) : kept;
  }
}
