package org.hone.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Cost;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.Sample;
import org.hone.reports.analysis.TechniqueEffect;
import org.hone.reports.analysis.TechniqueEffects;
import org.hone.reports.analysis.Unit;
import org.hone.reports.recommendation.Recommendation;
import org.hone.reports.recommendation.Verdict;
import org.hone.reports.section.Facts.Fact;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** The verdict, the few figures under it, and what seems to have helped. */
final class SummarySection implements Section {
  private static final String HELPED =
      """
      In the search, trials with %s scored better than trials without by more than chance \
      explains, after correction for the number of techniques. That is as seen: a search is not an \
      experiment.\
      """;

  private static final String NONE_HELPED =
      """
      In the search no technique stood out: for none did trials with it score better than trials \
      without it by more than chance explains, after correction for the number of techniques.\
      """;

  @Override
  public String id() {
    return "summary";
  }

  @Override
  public String title() {
    return "Summary";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdict(Recommendation.of(evidence)));
    List<Fact> facts = new ArrayList<>(scores(evidence, Comparison.of(evidence)));
    facts.add(search(Cost.of(evidence)));
    blocks.add(new Facts(facts, true));
    Recommendation.reservations(evidence).stream().map(Paragraph::of).forEach(blocks::add);
    chosen(evidence).ifPresent(blocks::add);
    helped(evidence).ifPresent(blocks::add);
    blocks.addAll(TradeOffs.of(evidence));
    return blocks;
  }

  private static Callout verdict(Recommendation recommendation) {
    return new Callout(
        tone(recommendation.verdict()),
        recommendation.verdict().label(),
        List.of(recommendation.sentence(), recommendation.next()));
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case ADOPT -> Tone.GOOD;
      case KEEP_BASELINE -> Tone.BAD;
      case NOTHING_COMPARED -> Tone.NEUTRAL;
      case INCONCLUSIVE -> Tone.CAUTION;
    };
  }

  private static List<Fact> scores(Evidence evidence, Comparison comparison) {
    if (evidence.isOneRecipe()) {
      return one(evidence, comparison);
    }
    return comparison.size() == 0 ? validated(evidence) : tested(evidence, comparison);
  }

  private static List<Fact> one(Evidence evidence, Comparison comparison) {
    Metric metric = evidence.context().metric();
    List<Fact> facts = new ArrayList<>();
    if (comparison.baseline().size() > 0) {
      facts.add(tested("Test " + metric.name(), comparison.baseline(), metric));
    }
    facts.add(validated("Validation ", evidence, evidence.baseline(), "one run"));
    return facts;
  }

  private static List<Fact> tested(Evidence evidence, Comparison comparison) {
    Metric metric = evidence.context().metric();
    return List.of(
        tested("Baseline, test " + metric.name(), comparison.baseline(), metric),
        tested("Best recipe, test " + metric.name(), comparison.best(), metric),
        new Fact(
            "Difference",
            new Cell.Figure(comparison.difference(), metric.differenceUnit()),
            comparison.intervalInWords(metric)));
  }

  private static Fact tested(String label, Sample scores, Metric metric) {
    return new Fact(
        label,
        new Cell.Figure(scores.mean(), metric.unit()),
        "mean of " + Count.of(scores.size(), "seed") + ", " + metric.intervalInWords(scores));
  }

  private static List<Fact> validated(Evidence evidence) {
    return List.of(
        validated("Baseline, validation ", evidence, evidence.baseline(), "one run"),
        validated("Best trial, validation ", evidence, evidence.best(), selection(evidence)));
  }

  private static String selection(Evidence evidence) {
    return evidence.best().filter(Evidence::isBaseline).isPresent()
        ? "the baseline itself"
        : "the best of " + evidence.candidates().size() + ", so it flatters";
  }

  private static Fact validated(
      String label, Evidence evidence, Optional<TrialRecord> trial, String note) {
    Metric metric = evidence.context().metric();
    OptionalDouble score = trial.map(TrialRecord::value).orElse(OptionalDouble.empty());
    return score.isPresent()
        ? new Fact(label + metric.name(), Cell.of(score, metric.unit()), note)
        : Fact.of(label + metric.name(), "none");
  }

  private static Fact search(Cost cost) {
    return new Fact(
        "Search",
        new Cell.Text(Count.of(cost.trials().size(), "trial")),
        cost.count(TrialState.COMPLETE)
            + " complete, "
            + cost.count(TrialState.PRUNED)
            + " pruned, "
            + cost.count(TrialState.FAIL)
            + " failed"
            + (cost.searchSeconds() > 0
                ? "; " + Unit.SECONDS.text(cost.searchSeconds()) + " of training"
                : ""));
  }

  private static Optional<Block> chosen(Evidence evidence) {
    if (evidence.catalogue().techniques().isEmpty() || evidence.best().isEmpty()) {
      return Optional.empty();
    }
    List<String> ids =
        TechniqueEffects.usedBy(evidence.best().orElseThrow(), evidence.catalogue())
            .map(technique -> technique.id())
            .toList();
    String offered = Count.of(evidence.catalogue().techniques().size(), "technique") + " on offer";
    return Optional.of(
        Paragraph.of(
            ids.isEmpty()
                ? "The best recipe uses none of the " + offered + "."
                : "Of the "
                    + offered
                    + " the best recipe uses "
                    + ids.size()
                    + ": "
                    + String.join(", ", ids)
                    + "."));
  }

  private static Optional<Block> helped(Evidence evidence) {
    List<TechniqueEffect> effects = TechniqueEffects.of(evidence);
    if (effects.stream().allMatch(effect -> effect.p().isEmpty())) {
      return Optional.empty();
    }
    List<String> better =
        effects.stream()
            .filter(TechniqueEffect::standsOut)
            .filter(effect -> effect.isBetterWith(evidence.direction()))
            .map(effect -> String.join(" with ", effect.together()))
            .toList();
    return Optional.of(
        Paragraph.of(better.isEmpty() ? NONE_HELPED : HELPED.formatted(String.join(", ", better))));
  }
}
