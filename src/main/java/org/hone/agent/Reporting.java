package org.hone.agent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hone.engine.metrics.Objective;
import org.hone.reports.analysis.Context;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Making;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.StudyEvidence;
import org.hone.search.storage.Storage;
import org.hone.search.study.Study;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;

/**
 * Makes a report from what the storage holds, and nothing else: so it can be made again at any
 * time.
 */
public final class Reporting {
  /** User attributes of the search study that a report needs. */
  private static final String METRIC = "hone:metric";

  private static final String TASK = "hone:task";
  private static final String BUDGET = "hone:budget";
  private static final String SEED = "hone:seed";
  private static final String COMMAND = "hone:command";

  private final Storage storage;
  private final Clock clock;

  /**
   * @param clock tells when the report was made
   */
  public Reporting(Storage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** Names of the studies that were tuned, in the order they began; confirmations are left out. */
  public List<String> studies() {
    return storage.studyNames().stream()
        .filter(name -> snapshot(name).userAttributes().containsKey(METRIC))
        .toList();
  }

  private StudySnapshot snapshot(String name) {
    return storage.snapshot(storage.findStudy(name).orElseThrow());
  }

  /**
   * What the report on a study is made of.
   *
   * @throws UserException if no such study was tuned
   */
  public Evidence evidence(String name) {
    if (!studies().contains(name)) {
      throw new UserException(
          "no study '%s'; known: %s".formatted(name, String.join(", ", studies())));
    }
    StudyEvidence search = studyEvidence(name);
    Context context = context(search.snapshot());
    Optional<StudyEvidence> confirmation =
        new Evidence(context, search, Optional.empty())
            .best()
            .map(best -> ConfirmationPhase.name(name, best))
            .filter(confirmed -> storage.findStudy(confirmed).isPresent())
            .map(this::studyEvidence);
    return new Evidence(context, search, confirmation);
  }

  private StudyEvidence studyEvidence(String name) {
    StudySnapshot snapshot = snapshot(name);
    SortedMap<Integer, TrialDetails> details = new TreeMap<>();
    for (TrialRecord trial : snapshot.trials()) {
      details.put(trial.number(), storage.details(trial.id()));
    }
    return new StudyEvidence(snapshot, details);
  }

  private Context context(StudySnapshot snapshot) {
    Map<String, Object> facts = snapshot.userAttributes();
    List<String> task =
        facts.get(TASK) instanceof List<?> lines
            ? lines.stream().map(String::valueOf).toList()
            : List.of();
    OptionalLong seed =
        facts.get(SEED) instanceof Number number
            ? OptionalLong.of(number.longValue())
            : OptionalLong.empty();
    return new Context(
        snapshot.definition().name(),
        Metric.named(text(facts, METRIC)),
        task,
        Optional.empty(),
        new Making(
            Version.text(),
            clock.instant(),
            text(facts, BUDGET),
            seed,
            List.of(text(facts, COMMAND))));
  }

  private static String text(Map<String, Object> facts, String key) {
    return String.valueOf(facts.getOrDefault(key, "unknown"));
  }

  /** Whether a study only confirms the best trial of another one. */
  public static boolean isConfirmation(String study, List<String> all) {
    return all.stream().anyMatch(other -> ConfirmationPhase.confirms(study, other));
  }

  /** Notes why the search ended before its budget was used up, for the report. */
  static void describeEnd(Study study, TuningPlan plan, String why) {
    study.setUserAttribute(BUDGET, DryRun.budget(plan) + "; " + why);
  }

  /**
   * Notes on the study what its report will need; the metric last, by which a tuned study is known.
   */
  static void describe(Study study, TuningPlan plan, String command) {
    List<String> task = new ArrayList<>(plan.lines());
    TrainedTeachers.of(study.snapshot().userAttributes())
        .score()
        .ifPresent(
            score ->
                task.add(
                    "the %s a %s %s of %.4g"
                        .formatted(
                            plan.source().folds() == 1 ? "teacher has" : "folds' teachers have",
                            plan.source().folds() == 1 ? "validation" : "mean validation",
                            plan.source().metric().id(),
                            score)));
    study.setUserAttribute(TASK, task);
    study.setUserAttribute(SEED, plan.file().study().seed());
    study.setUserAttribute(BUDGET, DryRun.budget(plan));
    study.setUserAttribute(COMMAND, command);
    if (plan.source().objectives().size() > 1) {
      study.setUserAttribute(
          Evidence.OBJECTIVES, plan.source().objectives().stream().map(Objective::id).toList());
    }
    study.setUserAttribute(METRIC, plan.source().metric().id());
  }
}
