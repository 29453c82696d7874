package org.hone.engine.data;

import java.util.Optional;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.Examples;

/**
 * The parts of a data set, encoded but not scaled, each in random order.
 *
 * @param test present if the plan's share of test rows is above 0
 * @param preprocessing fitted on the training part
 * @param synonyms of the words of the training part, by number
 */
public record Prepared(
    Examples training,
    Examples validation,
    Optional<Examples> test,
    Preprocessing preprocessing,
    Synonyms synonyms) {}
