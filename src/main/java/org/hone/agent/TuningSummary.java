package org.hone.agent;

import java.nio.file.Path;
import java.util.Optional;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.recommendation.Recommendation;

/**
 * How a tuning ended.
 *
 * @param evidence all trials of search and confirmation
 * @param recommendation what the report says
 * @param folder where everything is
 * @param timedOut what is to be said of a search that its timeout ended
 * @param interrupted whether the user stopped it before its end
 */
public record TuningSummary(
    Evidence evidence,
    Recommendation recommendation,
    Path folder,
    Optional<String> timedOut,
    boolean interrupted) {}
