package org.hone.reports.recommendation;

import java.util.Optional;
import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Interval;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.Sample;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** One question after the other, the first that stops the way decides. */
record Judgement(Evidence evidence, Comparison comparison) {
  Recommendation recommendation() {
    if (comparison.seeds().isEmpty() || evidence.best().filter(Evidence::isBaseline).isPresent()) {
      return unconfirmed();
    }
    if (comparison.failedBests() > comparison.failedBaselines()) {
      return failing();
    }
    if (comparison.size() < Interval.FEWEST) {
      return tooFew();
    }
    return comparison.interval().map(this::decided).orElseGet(this::withoutSpread);
  }

  private Recommendation unconfirmed() {
    Optional<TrialRecord> best = evidence.best();
    if (best.isEmpty()) {
      return unscored();
    }
    if (evidence.isOneRecipe()) {
      return oneRecipe();
    }
    if (Evidence.isBaseline(best.orElseThrow())) {
      return inconclusive(
          "No trial of the search but the baseline has a score.",
          "Keep the baseline, or search longer or over other techniques.");
    }
    return inconclusive(
        """
        The best recipe was not compared with the baseline on test data; its validation score is \
        the best of %s and therefore flatters.\
        """
            .formatted(evidence.candidates().size()),
        "Keep the baseline until both have been trained with several seeds and tested.");
  }

  private Recommendation oneRecipe() {
    Metric metric = evidence.context().metric();
    Sample scores = comparison.baseline();
    return new Recommendation(
        Verdict.NOTHING_COMPARED,
        scores.size() == 0
            ? "One recipe was trained and nothing searched, so there is nothing to compare."
            : "One recipe was trained and nothing searched; its mean test %s is %s (%s seed%s, %s)."
                .formatted(
                    metric.name(),
                    metric.unit().text(scores.mean()),
                    scores.size(),
                    scores.size() == 1 ? "" : "s",
                    metric.intervalInWords(scores)),
        "With another seed or split of the rows the same recipe scores somewhat differently.");
  }

  private Recommendation unscored() {
    boolean failed = evidence.search().snapshot().in(TrialState.FAIL).findAny().isPresent();
    return inconclusive(
        "No trial of the search has a score.",
        failed ? "See why trials failed, then search again." : "Let the search run.");
  }

  private Recommendation failing() {
    return inconclusive(
        """
        The best recipe failed on %s of %s seeds, the baseline on %s: the scores of the runs that \
        lived flatter it.\
        """
            .formatted(
                comparison.failedBests(), comparison.seeds().size(), comparison.failedBaselines()),
        "Keep the baseline until it is known why runs of the best recipe fail.");
  }

  private Recommendation tooFew() {
    int runs = comparison.size();
    return inconclusive(
        "Only %s %s both recipes' test scores; fewer than %s show nothing reliable."
            .formatted(runs, runs == 1 ? "seed has" : "seeds have", Interval.FEWEST),
        "Keep the baseline until more seeds have been run.");
  }

  private Recommendation withoutSpread() {
    return inconclusive(
        """
        All %s seeds gave the same difference, %s: seeds seem to change nothing, so this is one \
        observation.\
        """
            .formatted(comparison.size(), difference(comparison.difference())),
        "See whether the seed reaches the training.");
  }

  private Recommendation decided(Interval interval) {
    if (!interval.excludesZero()) {
      return inconclusive(figures(interval), open());
    }
    return comparison.favoursBest(interval.estimate())
        ? new Recommendation(Verdict.ADOPT, figures(interval), "Train with the best recipe.")
        : new Recommendation(
            Verdict.KEEP_BASELINE,
            figures(interval),
            "What looked better on validation data did not hold on test data.");
  }

  private String open() {
    String more =
        comparison.seedsToTell().isPresent()
            ? " If the difference is what it seems, about %s fresh seeds would probably show it."
                .formatted(comparison.seedsToTell().getAsInt())
            : "";
    return "Keep the baseline: the data do not tell the difference's sign." + more;
  }

  private String figures(Interval interval) {
    Metric metric = evidence.context().metric();
    return """
    On test data the best recipe's mean %s is %s, the baseline's %s: a difference of %s \
    (95%% interval %s, %s seeds, %s).\
    """
        .formatted(
            metric.name(),
            metric.unit().text(comparison.best().mean()),
            metric.unit().text(comparison.baseline().mean()),
            difference(interval.estimate()),
            metric.differenceUnit().range(interval.low(), interval.high()),
            comparison.size(),
            comparison.paired() ? "paired" : "unpaired");
  }

  private String difference(double value) {
    return evidence.context().metric().differenceUnit().text(value);
  }

  private static Recommendation inconclusive(String sentence, String next) {
    return new Recommendation(Verdict.INCONCLUSIVE, sentence, next);
  }
}
