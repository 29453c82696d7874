package org.hone.reports.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.reports.analysis.Curve;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.LearningCurves;

/**
 * What is wrong with the training as it is, read from the baseline's losses and the trials' fates.
 *
 * @param findings what was found, the gravest first
 * @param epochs finite readings of the baseline's validation loss
 */
public record Diagnosis(List<Finding> findings, int epochs) {
  /** Fewer epochs than this show no trend. */
  public static final int FEWEST_EPOCHS = 10;

  private static final List<Rule> RULES =
      List.of(new NotLearning(), new Overfitting(), new StillImproving(), new Plateau());

  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /** The diagnosis of the evidence. */
  public static Diagnosis of(Evidence evidence) {
    LearningCurves curves =
        evidence
            .baseline()
            .map(trial -> LearningCurves.of(evidence.search().details(trial)))
            .orElse(new LearningCurves(List.of()));
    List<Finding> findings = new ArrayList<>();
    FailingTrials.find(evidence.search().snapshot().trials()).ifPresent(findings::add);
    notFinite(curves).ifPresent(findings::add);
    Optional<Curve> training = curves.readable(LearningCurves.TRAIN_LOSS);
    Optional<Curve> validation = curves.readable(LearningCurves.VALIDATION_LOSS);
    training.ifPresent(t -> validation.ifPresent(v -> findings.addAll(apply(t, v))));
    return new Diagnosis(findings, validation.map(curve -> curve.finite().size()).orElse(0));
  }

  private static List<Finding> apply(Curve training, Curve validation) {
    int epochs = Math.min(training.finite().size(), validation.finite().size());
    if (epochs < FEWEST_EPOCHS) {
      return List.of();
    }
    return RULES.stream()
        .map(rule -> rule.find(training, validation))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> notFinite(LearningCurves curves) {
    List<String> sick =
        curves.all().stream()
            .filter(curve -> curve.notFinite() > 0)
            .map(
                curve ->
                    curve.name() + " (" + curve.notFinite() + " of " + curve.points().size() + ")")
            .toList();
    return sick.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Finding.Kind.NOT_FINITE,
                "Readings that are NaN or infinite: " + String.join(", ", sick) + "."));
  }
}
