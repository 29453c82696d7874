package org.hone.plugins.transfer;

import java.util.Set;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Feature extraction: pretrained weights stay as they are, and only the output is trained, on what
 * the last hidden layer makes of the rows.
 *
 * @see <a href="https://arxiv.org/abs/1310.1531">Donahue et al., ICML 2014, DeCAF</a>
 * @see <a href="https://arxiv.org/abs/1403.6382">Razavian et al., CVPR workshops 2014</a>
 */
public final class FeatureExtraction implements Technique {
  @Override
  public String id() {
    return "feature-extraction";
  }

  @Override
  public Slot slot() {
    return Slot.TRANSFER;
  }

  @Override
  public String summary() {
    return "Keeps pretrained weights as they are and trains the output alone.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Donahue et al.",
        "DeCAF: A Deep Convolutional Activation Feature for Generic Visual Recognition",
        2014,
        "https://arxiv.org/abs/1310.1531");
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
    return SearchSpace.empty();
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return Transferred.start(recipe, site -> site.kind() == Site.Kind.OUTPUT ? 1 : 0);
  }
}
