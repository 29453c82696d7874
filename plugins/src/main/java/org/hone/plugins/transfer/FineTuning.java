package org.hone.plugins.transfer;

import java.util.Set;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Fine-tuning: starts from pretrained weights and trains all layers, the first ones slowest, since
 * what they know is the most general.
 *
 * <pre>{@code rate of layer l - 1 = rate of layer l / factor}</pre>
 *
 * The output learns at the optimizer's rate. Name in the paper: {@code factor}, 2.6 there; at 1 all
 * layers have the same rate.
 *
 * @see <a href="https://arxiv.org/abs/1801.06146">Howard and Ruder, ACL 2018, section 3.2:
 *     discriminative fine-tuning</a>
 */
public final class FineTuning implements Technique {
  @Override
  public String id() {
    return "fine-tuning";
  }

  @Override
  public Slot slot() {
    return Slot.TRANSFER;
  }

  @Override
  public String summary() {
    return "Starts from pretrained weights and trains on, the first layers slowest.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Howard and Ruder",
        "Universal Language Model Fine-tuning for Text Classification",
        2018,
        "https://arxiv.org/abs/1801.06146");
  }

  @Override
  public Set<Need> needs() {
    return Transferred.NEEDS;
  }

  @Override
  public boolean appliesTo(Task task) {
    return Transferred.isPossible(task);
  }

  @Override
  public Set<String> conflictsWith() {
    return Transferred.CONFLICTS;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("factor", FloatDistribution.log(1, 10), 2.6));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double factor = values.number("factor");
    int output = recipe.network().sites().stream().mapToInt(Transferred::position).max().orElse(0);
    return Transferred.start(recipe, site -> Math.pow(factor, Transferred.position(site) - output));
  }
}
