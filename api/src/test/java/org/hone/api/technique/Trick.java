package org.hone.api.technique;

import java.util.Set;
import java.util.function.Supplier;
import org.hone.api.recipe.Recipe;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A technique that keeps the contract: a learning rate for SGD. Tests override what is to be wrong.
 */
public class Trick implements Technique {
  static final String RATE = "rate";

  @Override
  public String id() {
    return "trick";
  }

  @Override
  public Slot slot() {
    return Slot.OPTIMIZER;
  }

  @Override
  public String summary() {
    return "Sets the rate of plain descent.";
  }

  @Override
  public Citation source() {
    return new Citation("Anon.", "A Trick", 2020, "https://example.org/trick");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of(RATE, FloatDistribution.log(1e-3, 1), 1e-2));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double rate = values.number(RATE);
    return recipe.withUpdate(update -> update.withUpdater(new Sgd(rate)));
  }

  /** The same with another id. */
  static Technique named(String id, Slot slot) {
    return new Trick() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public Slot slot() {
        return slot;
      }
    };
  }

  /** The same with conflicts. */
  static Technique conflicting(Supplier<Set<String>> conflicts) {
    return new Trick() {
      @Override
      public Set<String> conflictsWith() {
        return conflicts.get();
      }
    };
  }
}
