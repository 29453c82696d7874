package org.hone.plugins.architecture;

import java.util.ArrayList;
import java.util.List;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * The depth of a generated network: its last hidden layer, or block of layers, is repeated, or
 * layers are taken off the end; the first always stays.
 *
 * @see <a href="https://arxiv.org/abs/1409.1556">Simonyan and Zisserman, ICLR 2015</a>
 */
public final class Depth implements Technique {
  @Override
  public String id() {
    return "depth";
  }

  @Override
  public Slot slot() {
    return Slot.ARCHITECTURE;
  }

  @Override
  public String summary() {
    return "Makes the network deeper or shallower by some layers.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Simonyan and Zisserman",
        "Very Deep Convolutional Networks for Large-Scale Image Recognition",
        2015,
        "https://arxiv.org/abs/1409.1556");
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.network()
        .architecture()
        .filter(plan -> !plan.equals(deepened(plan, 1)))
        .isPresent();
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("layers", IntDistribution.of(-2, 3), 1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    int layers = values.integer("layers");
    return recipe.withNetwork(network -> network.rebuild(plan -> deepened(plan, layers)));
  }

  private static Architecture deepened(Architecture plan, int layers) {
    return plan.match(new Deeper(layers));
  }

  /** A network of a single layer by its nature stays as it is, and one that somebody wrote down. */
  private record Deeper(int more) implements Architecture.Cases<Architecture> {

    private List<Integer> repeated(List<Integer> layers) {
      if (layers.isEmpty()) {
        return layers;
      }
      List<Integer> deeper = new ArrayList<>(layers);
      for (int i = 0; i < more; i++) {
        deeper.add(layers.get(layers.size() - 1));
      }
      return deeper.subList(0, Math.max(1, layers.size() + more));
    }

    @Override
    public Architecture mlp(Architecture.Mlp mlp) {
      return new Architecture.Mlp(repeated(mlp.hidden()), mlp.activation());
    }

    @Override
    public Architecture cnn(Architecture.Cnn cnn) {
      return new Architecture.Cnn(repeated(cnn.channels()), cnn.dense(), cnn.activation());
    }

    @Override
    public Architecture residualCnn(Architecture.ResidualCnn cnn) {
      return new Architecture.ResidualCnn(repeated(cnn.channels()), cnn.activation());
    }

    @Override
    public Architecture lstm(Architecture.Lstm lstm) {
      return new Architecture.Lstm(
          repeated(lstm.units()), lstm.bidirectional(), lstm.embedding(), lstm.activation());
    }

    @Override
    public Architecture textCnn(Architecture.TextCnn cnn) {
      return cnn;
    }

    @Override
    public Architecture layers(Architecture.Layers layers) {
      return layers;
    }
  }
}
