package org.hone.plugins.shortcut;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.hone.api.recipe.Block;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/** A way around each block, joined with what the block makes of its input. */
abstract class Shortcut implements Technique {
  @Override
  public final Slot slot() {
    return Slot.SHORTCUT;
  }

  /**
   * Where the network has a block that it changes: a hidden layer whose output has the shape of its
   * input, or a residual block.
   */
  @Override
  public final boolean appliesTo(Task task) {
    Network network = task.network();
    return !merged(network, parameters(task).defaults()).describe().equals(network.describe());
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of();
  }

  /** How often a block's layers stand side by side. */
  abstract int branches();

  /** What joins a block's input and its branches. */
  abstract GraphVertex join(Block block, ParameterValues values);

  @Override
  public final Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withNetwork(network -> merged(network, values));
  }

  private Network merged(Network network, ParameterValues values) {
    return network.mergeBlocks(branches(), block -> join(block, values));
  }
}
