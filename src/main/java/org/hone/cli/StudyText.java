package org.hone.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hone.search.space.Direction;
import org.hone.search.trial.ParetoFront;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/** How a study is written for people. */
final class StudyText {
  private StudyText() {}

  /** As a space file has it. */
  static String word(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code minimize} or {@code maximize, minimize}. */
  static String directions(StudySnapshot study) {
    return study.definition().directions().stream()
        .map(StudyText::word)
        .collect(Collectors.joining(", "));
  }

  /** Such as {@code 1 trial} or {@code 30 trials}. */
  static String number(int count, String noun) {
    return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }

  static boolean hasSeveralObjectives(StudySnapshot study) {
    return study.definition().directions().size() > 1;
  }

  /**
   * The complete trials that respect all constraints and that no other dominates, by their first
   * value, the best first; of one objective the best ones.
   */
  static List<TrialRecord> front(StudySnapshot study) {
    return ParetoFront.of(study).stream()
        .sorted(Comparator.comparingDouble(trial -> study.losses(trial)[0]))
        .toList();
  }

  /** Such as {@code 30 trials: 20 complete, 8 pruned, 2 failed}. */
  static String counts(StudySnapshot study) {
    List<String> parts = new ArrayList<>();
    for (String state :
        List.of("complete", "pruned", "failed", "interrupted", "running", "waiting")) {
      long count =
          study.trials().stream().filter(trial -> TrialText.state(trial).equals(state)).count();
      if (count > 0) {
        parts.add("%d %s".formatted(count, state));
      }
    }
    String total = number(study.trials().size(), "trial");
    return parts.isEmpty() ? total : total + ": " + String.join(", ", parts);
  }

  /** Trials that count towards a number asked for: one that was cut off from outside does not. */
  static int finished(StudySnapshot study) {
    return (int)
        study.trials().stream()
            .filter(trial -> trial.state().isFinished() && !trial.isInterrupted())
            .count();
  }

  /** What the search came to: the best trial, or the Pareto front. */
  static List<String> result(StudySnapshot study) {
    if (hasSeveralObjectives(study)) {
      List<TrialRecord> front = front(study);
      List<String> lines = new ArrayList<>();
      lines.add("Pareto front, %s, %s".formatted(number(front.size(), "trial"), directions(study)));
      lines.addAll(TrialTable.of(study, front).lines());
      return lines;
    }
    return study.best().map(StudyText::best).orElse(List.of("no trial came to a result"));
  }

  private static List<String> best(TrialRecord trial) {
    List<String> lines = new ArrayList<>();
    lines.add("best: " + TrialText.headline(trial));
    lines.addAll(TrialText.parameterLines(trial));
    return lines;
  }
}
