package org.hone.agent;

import java.nio.file.Path;
import java.util.Optional;
import org.hone.search.space.ParameterValues;

/**
 * What a runner is to do.
 *
 * @param point of the study's space: which techniques, how strong
 * @param seed from which all randomness of the training follows
 * @param developmentSeed from which the split into training and validation rows follows
 * @param test whether to look at the test rows at the end; never during a search
 * @param model where to save the trained model, with its preprocessing; empty to forget it
 * @param checkpoint where the training keeps its state, and finds it if it was cut off; empty for
 *     nowhere. The file is of this order alone
 */
public record TrialOrder(
    ParameterValues point,
    long seed,
    long developmentSeed,
    boolean test,
    Optional<Path> model,
    Optional<Path> checkpoint) {}
