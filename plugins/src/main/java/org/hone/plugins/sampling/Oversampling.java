package org.hone.plugins.sampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.plugins.Noise;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Random oversampling: rows of smaller classes are repeated, so that an epoch has more of them.
 *
 * <pre>{@code n_k' = n_k^(1 - s) * n_max^s}</pre>
 *
 * Name: {@code strength} = s; at 1 all classes are as large as the largest, as in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1710.05381">Buda, Maki and Mazurowski, Neural Networks 2018,
 *     section 2.1</a>
 */
public final class Oversampling implements Technique {
  @Override
  public String id() {
    return "oversampling";
  }

  @Override
  public Slot slot() {
    return Slot.SAMPLING;
  }

  @Override
  public String summary() {
    return "Repeats rows of rare classes.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Buda, Maki and Mazurowski",
        "A Systematic Study of the Class Imbalance Problem in Convolutional Neural Networks",
        2018,
        "https://arxiv.org/abs/1710.05381");
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.goal() == Goal.CLASSIFICATION;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("strength", FloatDistribution.of(0.1, 1), 1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double s = values.number("strength");
    return recipe.withFeed(
        feed ->
            feed.withOrder((labels, now, random) -> repeated(RowsByClass.of(labels), s, random)));
  }

  private static int[] repeated(RowsByClass rows, double s, RandomGenerator random) {
    IntStream.Builder all = IntStream.builder();
    for (int which = 0; which < rows.classes(); which++) {
      int[] some = rows.shuffled(which, random);
      long wanted = Math.round(Math.pow(some.length, 1 - s) * Math.pow(rows.largest(), s));
      for (int i = 0; i < wanted; i++) {
        all.add(some[i % some.length]);
      }
    }
    int[] chosen = all.build().toArray();
    return Arrays.stream(Noise.permutation(random, chosen.length)).map(i -> chosen[i]).toArray();
  }
}
