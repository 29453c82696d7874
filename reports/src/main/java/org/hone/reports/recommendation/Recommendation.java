package org.hone.reports.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Evidence;
import org.hone.search.trial.Catalogue;

/**
 * The verdict with the figures it rests on.
 *
 * @param sentence why, with figures
 * @param next what to do about it
 */
public record Recommendation(Verdict verdict, String sentence, String next) {

  private static final String COMPRESSION = "compression";
  private static final Set<String> COSTS =
      Set.of("model-size", "parameters", "inference-time", "row-inference-time");

  /** The recommendation that follows from the evidence. */
  public static Recommendation of(Evidence evidence) {
    return new Judgement(evidence, Comparison.of(evidence)).recommendation();
  }

  /** What must be known of the best recipe besides. */
  public static List<String> reservations(Evidence evidence) {
    return Stream.of(unsurpassed(evidence), unweighed(evidence)).flatMap(Optional::stream).toList();
  }

  private static Optional<String> unsurpassed(Evidence evidence) {
    OptionalDouble unsurpassed = evidence.unsurpassed();
    return unsurpassed.isPresent()
        ? Optional.of(
            "No trial of the search had a better validation %s than the baseline's %s."
                .formatted(
                    evidence.context().metric().name(),
                    evidence.context().metric().unit().text(unsurpassed.getAsDouble())))
        : Optional.empty();
  }

  /** Compression is for the sake of something that the scores do not show. */
  private static Optional<String> unweighed(Evidence evidence) {
    List<String> compressing =
        evidence.catalogue().techniques().stream()
            .filter(technique -> technique.slot().equals(COMPRESSION))
            .map(Catalogue.Entry::id)
            .toList();
    String metric = evidence.context().metric().name();
    return compressing.isEmpty() || evidence.objectives().stream().anyMatch(COSTS::contains)
        ? Optional.empty()
        : Optional.of(
            ("The search judged by %s alone, so a smaller model (%s) counts for nothing here;"
                    + " 'objectives: [%s, model-size]' in the study file weighs both.")
                .formatted(metric, String.join(", ", compressing), metric));
  }
}
