package org.hone.plugins.regularization;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.GradientStep.Outcome;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DropConnect: weights instead of units are silenced at random.
 *
 * <pre>{@code
 * y = f((m * W) x),  m = Bernoulli(1 - p) / (1 - p) for each weight
 * dL/dW = m * dL/d(m * W)
 * }</pre>
 *
 * Names in the paper: {@code rate} = p. The weights are drawn for each batch, not for each of its
 * rows. Divided by 1 - p they have their mean, with which inference goes, where the paper samples
 * pre-activations.
 *
 * @see <a href="https://proceedings.mlr.press/v28/wan13.html">Wan et al., ICML 2013</a>
 */
public final class DropConnect implements Technique {
  @Override
  public String id() {
    return "drop-connect";
  }

  @Override
  public Slot slot() {
    return Slot.DROPOUT;
  }

  @Override
  public String summary() {
    return "Silences single weights at random while training.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Wan et al.",
        "Regularization of Neural Networks Using DropConnect",
        2013,
        "https://proceedings.mlr.press/v28/wan13.html");
  }

  @Override
  public boolean appliesTo(Task task) {
    return DropoutSites.hasHidden(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0, 0.8), 0.5));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    Set<String> first =
        recipe.network().sites().stream()
            .filter(site -> site.depth() == 0)
            .map(Site::name)
            .collect(Collectors.toSet());
    double rate = values.number("rate");
    return recipe.withUpdate(update -> update.withStage(new Stage(rate, first)));
  }

  /**
   * Silences weights while the gradient is computed.
   *
   * @param whole layers whose weights stay, for the raw input is left whole
   */
  private record Stage(double rate, Set<String> whole) implements GradientStage {
    @Override
    public Position position() {
      return Position.WEIGHT_NOISE;
    }

    @Override
    public GradientStep around(GradientStep inner, Run run) {
      List<ParameterView> dropped = run.views().stream().filter(this::isDropped).toList();
      return batch -> {
        List<INDArray> own = dropped.stream().map(view -> view.weight().dup()).toList();
        List<INDArray> masks =
            dropped.stream().map(view -> mask(view.weight(), run.random())).toList();
        for (int i = 0; i < masks.size(); i++) {
          dropped.get(i).weight().muli(masks.get(i));
        }
        Outcome outcome = inner.compute(batch);
        for (int i = 0; i < masks.size(); i++) {
          dropped.get(i).weight().assign(own.get(i));
          dropped.get(i).gradient().muli(masks.get(i));
        }
        return outcome;
      };
    }

    /** Matrices of weights end in W: W, the recurrent RW, and those of either direction. */
    private boolean isDropped(ParameterView view) {
      return view.key().endsWith("W") && !whole.contains(view.layer());
    }

    private INDArray mask(INDArray weight, RandomState random) {
      float kept = (float) (1 / (1 - rate));
      float[] mask = new float[(int) weight.length()];
      for (int i = 0; i < mask.length; i++) {
        mask[i] = random.nextDouble() < rate ? 0 : kept;
      }
      // in the weights' own order of memory, by which products are several times faster
      return Nd4j.create(mask, weight.shape(), weight.ordering()).castTo(weight.dataType());
    }
  }
}
