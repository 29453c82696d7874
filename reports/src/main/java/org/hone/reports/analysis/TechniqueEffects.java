package org.hone.reports.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.TrialRecord;

/**
 * What the search shows of every technique: {@link RankSum} of the trials with and without it,
 * adjusted by {@link Holm}. Only complete trials with a finite score are comparable. The baseline
 * is one of them: it is the one trial of which it is certain that it does without.
 */
public final class TechniqueEffects {
  private final Evidence evidence;
  private final Map<String, Division> divisions = new LinkedHashMap<>();

  private TechniqueEffects(Evidence evidence) {
    this.evidence = evidence;
    List<TrialRecord> scored = evidence.scored().toList();
    for (Catalogue.Entry technique : evidence.catalogue().techniques()) {
      divisions.put(technique.id(), Division.of(technique, scored));
    }
  }

  /** One effect per technique, in the order of the catalogue. */
  public static List<TechniqueEffect> of(Evidence evidence) {
    return new TechniqueEffects(evidence).all();
  }

  private List<TechniqueEffect> all() {
    Map<Division, RankSum> tests = new LinkedHashMap<>();
    divisions.values().forEach(one -> one.test().ifPresent(test -> tests.put(one, test)));
    Map<Division, Double> adjusted = adjust(tests);
    return evidence.catalogue().techniques().stream()
        .map(technique -> effect(technique, tests, adjusted))
        .toList();
  }

  /** What was seen of several techniques together is told of the first of them. */
  private TechniqueEffect effect(
      Catalogue.Entry technique, Map<Division, RankSum> tests, Map<Division, Double> adjusted) {
    Division division = Objects.requireNonNull(divisions.get(technique.id()));
    List<String> together = together(technique, division);
    Optional<Division> told =
        Optional.of(division).filter(one -> together.get(0).equals(technique.id()));
    Optional<RankSum> test = told.map(tests::get);
    return new TechniqueEffect(
        technique,
        evidence.best().filter(technique::isUsedBy).isPresent(),
        division.with(),
        division.without(),
        (int) unfinished(technique),
        together,
        test.map(found -> OptionalDouble.of(found.shift())).orElse(OptionalDouble.empty()),
        test.flatMap(RankSum::interval),
        told.map(adjusted::get).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }

  private List<String> together(Catalogue.Entry technique, Division division) {
    return division.isTelling()
        ? divisions.entrySet().stream()
            .filter(one -> one.getValue().equals(division))
            .map(Map.Entry::getKey)
            .toList()
        : List.of(technique.id());
  }

  private long unfinished(Catalogue.Entry technique) {
    return evidence.search().snapshot().trials().stream()
        .filter(trial -> trial.state().isFinished() && !Scores.isScored(trial))
        .filter(technique::isUsedBy)
        .count();
  }

  /** Only what could be tested counts as a question asked, and the same question once. */
  private static Map<Division, Double> adjust(Map<Division, RankSum> tests) {
    double[] adjusted = Holm.adjust(tests.values().stream().mapToDouble(RankSum::p).toArray());
    Map<Division, Double> all = new LinkedHashMap<>();
    for (Division division : tests.keySet()) {
      all.put(division, adjusted[all.size()]);
    }
    return all;
  }

  /** The techniques a trial uses, in the order of the catalogue. */
  public static Stream<Catalogue.Entry> usedBy(TrialRecord trial, Catalogue catalogue) {
    return catalogue.techniques().stream().filter(technique -> technique.isUsedBy(trial));
  }
}
