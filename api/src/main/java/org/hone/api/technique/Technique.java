package org.hone.api.technique;

import java.util.Set;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * One published way to train better. An implementation is one class without state, one line in
 * {@code META-INF/services/org.hone.api.technique.Technique}, and one test that implements {@code
 * TechniqueContract}.
 */
public interface Technique {

  /** Kebab-case, unique, never renamed. */
  String id();

  /** The place in training it acts on. */
  Slot slot();

  /** What it does, in one sentence for a practitioner. */
  String summary();

  /** Where it was published. */
  Citation source();

  /** Whether it can be used for such data and such a network. */
  default boolean appliesTo(Task task) {
    return true;
  }

  /**
   * Its strengths, each with a default: the author's recommendation. Names are kebab-case and local
   * to the technique. Asked only for tasks it applies to.
   */
  SearchSpace parameters(Task task);

  /** Ids of techniques or slots that it cannot be combined with. */
  default Set<String> conflictsWith() {
    return Set.of();
  }

  /**
   * Whether it is used only by a study that names it: such as one that can tell something, but
   * cannot make a model better.
   */
  default boolean isOnRequest() {
    return false;
  }

  /** Artifacts it cannot do without. */
  default Set<Need> needs() {
    return Set.of();
  }

  /**
   * The recipe with the technique in it; the given one stays as it is.
   *
   * @param values a point of {@link #parameters}
   */
  Recipe apply(Recipe recipe, ParameterValues values);
}
