package org.hone.api.training;

import java.util.Optional;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Synonyms;

/**
 * What is to be learnt: the rows, what is known of them, and the network to train.
 *
 * @param outputs classes, or targets
 * @param training rows to learn from
 * @param validation rows by which trials are compared
 * @param test rows that no search sees; present only where a recipe is confirmed
 * @param network before any technique
 * @param objective what the validation score is
 * @param synonyms of the words of texts, by the numbers that they have in the features
 */
public record Task(
    Goal goal,
    InputShape input,
    int outputs,
    Examples training,
    Examples validation,
    Optional<Examples> test,
    Scaling scaling,
    Network network,
    Metric objective,
    Synonyms synonyms) {

  public Task {
    if (!objective.appliesTo(goal)) {
      throw new IllegalArgumentException(
          "metric '%s' does not fit %s".formatted(objective.id(), goal));
    }
  }

  /** The same with another network. */
  public Task withNetwork(Network other) {
    return new Task(
        goal, input, outputs, training, validation, test, scaling, other, objective, synonyms);
  }

  /** The same, with what is known of its words. */
  public Task withSynonyms(Synonyms known) {
    return new Task(
        goal, input, outputs, training, validation, test, scaling, network, objective, known);
  }
}
