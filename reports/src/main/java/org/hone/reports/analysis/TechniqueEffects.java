package org.hone.reports.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.TrialRecord;

/**
 * What the search shows of every technique: {@link RankSum} of the trials with and without it,
 * adjusted by {@link Holm}. Only complete trials with a finite score are comparable; the baseline
 * is none of them, since it was set and not drawn.
 */
public final class TechniqueEffects {
  private final Evidence evidence;
  private final List<TrialRecord> drawn;

  private TechniqueEffects(Evidence evidence) {
    this.evidence = evidence;
    this.drawn =
        evidence.search().snapshot().trials().stream()
            .filter(trial -> !Evidence.isBaseline(trial))
            .toList();
  }

  /** One effect per technique, in the order of the catalogue. */
  public static List<TechniqueEffect> of(Evidence evidence) {
    return new TechniqueEffects(evidence).all();
  }

  private List<TechniqueEffect> all() {
    List<Catalogue.Entry> techniques = evidence.catalogue().techniques();
    List<Optional<RankSum>> tests =
        techniques.stream()
            .map(technique -> RankSum.of(scores(technique, true), scores(technique, false)))
            .toList();
    List<OptionalDouble> adjusted = adjust(tests);
    List<TechniqueEffect> effects = new ArrayList<>();
    for (int i = 0; i < techniques.size(); i++) {
      effects.add(effect(techniques.get(i), tests.get(i), adjusted.get(i)));
    }
    return effects;
  }

  private TechniqueEffect effect(
      Catalogue.Entry technique, Optional<RankSum> test, OptionalDouble adjusted) {
    return new TechniqueEffect(
        technique,
        evidence.best().filter(technique::isUsedBy).isPresent(),
        scores(technique, true),
        scores(technique, false),
        (int) unfinished(technique),
        test.map(found -> OptionalDouble.of(found.shift())).orElse(OptionalDouble.empty()),
        test.flatMap(RankSum::interval),
        adjusted);
  }

  private Sample scores(Catalogue.Entry technique, boolean used) {
    return new Sample(
        drawn.stream()
            .filter(Scores::isScored)
            .filter(trial -> technique.isUsedBy(trial) == used)
            .map(Scores::of)
            .toList());
  }

  private long unfinished(Catalogue.Entry technique) {
    return drawn.stream()
        .filter(trial -> trial.state().isFinished() && !Scores.isScored(trial))
        .filter(technique::isUsedBy)
        .count();
  }

  /** Only what could be tested counts as a question asked. */
  private static List<OptionalDouble> adjust(List<Optional<RankSum>> tests) {
    double[] p = tests.stream().flatMap(Optional::stream).mapToDouble(RankSum::p).toArray();
    double[] adjusted = Holm.adjust(p);
    List<OptionalDouble> all = new ArrayList<>();
    int next = 0;
    for (Optional<RankSum> test : tests) {
      all.add(test.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(adjusted[next++]));
    }
    return all;
  }

  /** The techniques a trial uses, in the order of the catalogue. */
  public static Stream<Catalogue.Entry> usedBy(TrialRecord trial, Catalogue catalogue) {
    return catalogue.techniques().stream().filter(technique -> technique.isUsedBy(trial));
  }
}
