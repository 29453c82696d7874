package org.hone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hone.agent.UserException;
import org.hone.search.storage.Storage;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.TrialRecord;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone tell}. */
@Command(
    name = "tell",
    header = "Ends a trial that 'hone ask' began.",
    mixinStandardHelpOptions = true)
final class TellCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StudyOptions options = new StudyOptions();

  @Option(names = "--trial", required = true, paramLabel = "N", description = "The trial's number.")
  private int number;

  @ArgGroup(multiplicity = "1")
  private Ending ending = new Ending();

  @Option(
      names = "--constraints",
      paramLabel = "X,...",
      description = "How far it is beyond each constraint, at most 0 if respected.")
  private Optional<String> constraints = Optional.empty();

  /** One of three ways to end. */
  static final class Ending {
    @Option(
        names = "--values",
        paramLabel = "X,...",
        description = "One per objective, separated by commas.")
    private Optional<String> values = Optional.empty();

    @Option(names = "--fail", paramLabel = "WHY", description = "It came to nothing.")
    private Optional<String> fail = Optional.empty();

    @Option(names = "--prune", description = "It was given up early.")
    private boolean prune;
  }

  @Override
  public Integer call() {
    Outcome outcome = outcome();
    List<Double> limits = constraints.map(text -> numbers("--constraints", text)).orElse(List.of());
    TrialRecord told = options.with(home -> tell(home, outcome, limits));
    String values = told.values().isEmpty() ? "" : ", " + TrialText.values(told.values());
    spec.commandLine()
        .getOut()
        .println("trial %d: %s%s".formatted(told.number(), TrialText.state(told), values));
    return 0;
  }

  private Outcome outcome() {
    if (ending.prune) {
      return Outcome.pruned();
    }
    if (ending.fail.isPresent()) {
      return Outcome.failed(ending.fail.get());
    }
    double[] values =
        numbers("--values", ending.values.orElse("")).stream()
            .mapToDouble(value -> value)
            .toArray();
    return Outcome.complete(values);
  }

  private static List<Double> numbers(String option, String list) {
    List<Double> numbers = new ArrayList<>();
    for (String text : list.split(",", -1)) {
      try {
        numbers.add(Double.valueOf(text.strip()));
      } catch (NumberFormatException e) {
        throw new UserException(
            "%s: '%s' is not a number; allowed: numbers separated by commas, NaN, Infinity"
                .formatted(option, text));
      }
    }
    return numbers;
  }

  private TrialRecord tell(Storage home, Outcome outcome, List<Double> limits) {
    Study study = options.open(home);
    requireNumberOfValues(study, outcome);
    Trial trial = Asked.of(() -> study.running(number));
    for (int i = 0; i < limits.size(); i++) {
      trial.setConstraint(String.valueOf(i), limits.get(i));
    }
    if (!study.tell(trial, outcome)) {
      throw new UserException(
          "trial %d of study '%s' was finished meanwhile"
              .formatted(number, study.definition().name()));
    }
    return study.snapshot().trials().get(number);
  }

  /** Before anything is written. */
  private static void requireNumberOfValues(Study study, Outcome outcome) {
    int objectives = study.definition().directions().size();
    if (outcome instanceof Outcome.Complete complete && complete.values().size() != objectives) {
      throw new UserException(
          "--values: study '%s' has %s, but got %s"
              .formatted(
                  study.definition().name(),
                  StudyText.number(objectives, "objective"),
                  StudyText.number(complete.values().size(), "value")));
    }
  }
}
