package org.hone.api.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a network is trained. A value: techniques return changed copies; what has state while
 * training runs is opened from it once per training.
 *
 * @param weights rules that act on the weights beside the optimizer, in order
 * @param finish what is done after training, in order
 */
public record Recipe(
    Feed feed,
    Network network,
    Update update,
    List<WeightRule.Factory> weights,
    Optional<StoppingRule> stopping,
    List<Finish> finish) {

  public Recipe {
    weights = List.copyOf(weights);
    finish = List.copyOf(finish);
  }

  /** A recipe without rules on weights, early end or finish. */
  public static Recipe of(Feed feed, Network network, Update update) {
    return new Recipe(feed, network, update, List.of(), Optional.empty(), List.of());
  }

  /** The same with another feed. */
  public Recipe withFeed(UnaryOperator<Feed> edit) {
    return new Recipe(edit.apply(feed), network, update, weights, stopping, finish);
  }

  /** The same with another network. */
  public Recipe withNetwork(UnaryOperator<Network> edit) {
    return new Recipe(feed, edit.apply(network), update, weights, stopping, finish);
  }

  /** The same with another update. */
  public Recipe withUpdate(UnaryOperator<Update> edit) {
    return new Recipe(feed, network, edit.apply(update), weights, stopping, finish);
  }

  /** The same with one more rule on the weights. */
  public Recipe withWeights(WeightRule.Factory rule) {
    List<WeightRule.Factory> more = new ArrayList<>(weights);
    more.add(rule);
    return new Recipe(feed, network, update, more, stopping, finish);
  }

  /** The same with another stopping rule. */
  public Recipe withStopping(StoppingRule rule) {
    return new Recipe(feed, network, update, weights, Optional.of(rule), finish);
  }

  /** The same with one more act after training. */
  public Recipe withFinish(Finish act) {
    List<Finish> more = new ArrayList<>(finish);
    more.add(act);
    return new Recipe(feed, network, update, weights, stopping, more);
  }
}
