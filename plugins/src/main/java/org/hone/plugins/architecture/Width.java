package org.hone.plugins.architecture;

import java.util.List;
import org.hone.api.recipe.Architecture;
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
 * The width of a generated network: all its hidden layers get more or fewer units, by one factor.
 *
 * <pre>{@code units' = max(1, round(factor * units))}</pre>
 *
 * Name in the paper: {@code factor} = k. What words are embedded in keeps its size.
 *
 * @see <a href="https://arxiv.org/abs/1605.07146">Zagoruyko and Komodakis, BMVC 2016</a>
 */
public final class Width implements Technique {
  @Override
  public String id() {
    return "width";
  }

  @Override
  public Slot slot() {
    return Slot.ARCHITECTURE;
  }

  @Override
  public String summary() {
    return "Makes all hidden layers wider or narrower.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zagoruyko and Komodakis",
        "Wide Residual Networks",
        2016,
        "https://arxiv.org/abs/1605.07146");
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.network().architecture().filter(plan -> !plan.equals(widened(plan, 2))).isPresent();
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("factor", FloatDistribution.log(0.25, 4), 2.0));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double factor = values.number("factor");
    return recipe.withNetwork(network -> network.rebuild(plan -> widened(plan, factor)));
  }

  private static Architecture widened(Architecture plan, double factor) {
    return plan.match(new Wider(factor));
  }

  /** A network that somebody wrote down layer by layer stays as it is. */
  private record Wider(double factor) implements Architecture.Cases<Architecture> {

    private int scaled(int units) {
      return (int) Math.max(1, Math.round(factor * units));
    }

    private List<Integer> scaled(List<Integer> layers) {
      return layers.stream().map(this::scaled).toList();
    }

    @Override
    public Architecture mlp(Architecture.Mlp mlp) {
      return new Architecture.Mlp(scaled(mlp.hidden()), mlp.activation());
    }

    @Override
    public Architecture cnn(Architecture.Cnn cnn) {
      return new Architecture.Cnn(scaled(cnn.channels()), scaled(cnn.dense()), cnn.activation());
    }

    @Override
    public Architecture residualCnn(Architecture.ResidualCnn cnn) {
      return new Architecture.ResidualCnn(scaled(cnn.channels()), cnn.activation());
    }

    @Override
    public Architecture lstm(Architecture.Lstm lstm) {
      return new Architecture.Lstm(
          scaled(lstm.units()), lstm.bidirectional(), lstm.embedding(), lstm.activation());
    }

    @Override
    public Architecture textCnn(Architecture.TextCnn cnn) {
      return new Architecture.TextCnn(
          scaled(cnn.filters()), cnn.widths(), cnn.embedding(), cnn.activation());
    }

    @Override
    public Architecture layers(Architecture.Layers layers) {
      return layers;
    }
  }
}
