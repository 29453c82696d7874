package org.hone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.hone.agent.UserException;
import org.hone.config.SpaceFile;
import org.hone.config.TimeSpan;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
import org.hone.search.study.Budget;
import org.hone.search.study.Heartbeat;
import org.hone.search.study.Study;
import org.hone.search.study.StudyBuilder;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialState;
import org.hone.worker.program.ProgramObjective;
import org.hone.worker.program.ProgramSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone optimize}. */
@Command(
    name = "optimize",
    header = "Tunes any program that talks JSON lines.",
    description =
        "Starts the program, hands it one trial after the other, and searches for the parameters"
            + " with the best values. With --storage, the same command goes on where it was cut"
            + " off.",
    mixinStandardHelpOptions = true)
final class OptimizeCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;
  private static final int TRIALS = 100;
  private static final String GOES_ON = "; the same command goes on from here.";

  @Spec private CommandSpec spec;

  @Option(
      names = "--space",
      required = true,
      paramLabel = "FILE",
      description = "What is searched: a space file (YAML, JSON).")
  private Path space = Path.of("");

  @Option(
      names = "--exec",
      required = true,
      paramLabel = "COMMAND",
      description = "Starts the program, as a shell takes it.")
  private String command = "";

  @Option(names = "--exec-per-trial", description = "Start the program anew for each trial.")
  private boolean perTrial;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description =
          "How many the study is to have in all; default: " + TRIALS + ", with --timeout no limit.")
  private Optional<Integer> trials = Optional.empty();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many programs run at once; default: ${DEFAULT-VALUE}.")
  private int workers = 1;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Begin no more trials after 90s, 10m, 2h.")
  private Optional<String> timeout = Optional.empty();

  @Option(
      names = "--trial-timeout",
      paramLabel = "TIME",
      description = "End a program whose trial takes longer; the trial fails.")
  private Optional<String> trialTimeout = Optional.empty();

  @Option(
      names = "--storage",
      paramLabel = "WHERE",
      description = "Keep the study in a SQLite file, or at a URL; default: in memory.")
  private Optional<String> storage = Optional.empty();

  @Option(
      names = "--study",
      paramLabel = "NAME",
      description = "The study's name; default: that of the space file.")
  private Optional<String> name = Optional.empty();

  @Mixin private StrategyOptions strategy = new StrategyOptions();

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    SpaceFile file = SpaceFile.read(space);
    requirePositive("--trials", trials.orElse(TRIALS));
    requirePositive("--workers", workers);
    ProgramSettings settings = settings();
    Budget limits = limits();
    StudyBuilder builder = study(file);
    try (StopSignal stop = StopSignal.install();
        Storage home = open()) {
      StudySnapshot after = search(builder.storage(home), limits, settings, stop);
      return conclude(after, stop.getAsBoolean());
    }
  }

  private ProgramSettings settings() {
    if (command.isBlank()) {
      throw new UserException("--exec: has no value; needed: the program's command");
    }
    return new ProgramSettings(
        command,
        perTrial,
        trialTimeout.map(text -> TimeSpan.ofOption("--trial-timeout", text)),
        strategy.seed());
  }

  private Budget limits() {
    Optional<Duration> time = timeout.map(text -> TimeSpan.ofOption("--timeout", text));
    OptionalInt total =
        time.isPresent() && trials.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(trials.orElse(TRIALS));
    return new Budget(total, time);
  }

  private static void requirePositive(String option, int number) {
    if (number < 1) {
      throw new UserException(
          "%s: %d is out of range; allowed: 1 or more".formatted(option, number));
    }
  }

  private Storage open() {
    return storage
        .<Storage>map(text -> new StorageAddress(text).open())
        .orElseGet(InMemoryStorage::new);
  }

  /** Where the study is kept for good. */
  private Optional<String> home() {
    return storage.flatMap(text -> new StorageAddress(text).shown());
  }

  private OptimizeProgress progress() {
    return quiet || json
        ? OptimizeProgress.silent()
        : OptimizeProgress.on(spec.commandLine().getErr(), workers);
  }

  private StudyBuilder study(SpaceFile file) {
    String study = name.orElseGet(() -> SpaceFile.studyName(space));
    StudyBuilder builder = Asked.of(() -> strategy.apply(Study.builder(study), study, file));
    // whoever shares the storage sees when this process has died
    home().ifPresent(shared -> builder.heartbeat(Heartbeat.everyMinute()));
    return builder.directions(file.directions()).space(file.space());
  }

  private StudySnapshot search(
      StudyBuilder builder, Budget limits, ProgramSettings settings, StopSignal stop) {
    try (OptimizeProgress progress = progress();
        ProgramObjective program = new ProgramObjective(settings, workers, progress, stop)) {
      Enough enough = new Enough(limits.trials(), program::isOver);
      Study study = Asked.of(builder.listener(progress).listener(enough)::openOrCreate);
      enough.watch(study);
      StudySnapshot before = study.snapshot();
      progress.began(opening(before, limits), before, limits.trials());
      if (!program.isOver()) {
        study.optimize(new Budget(left(limits, before), limits.time()), workers, program);
      }
      program
          .hopeless()
          .ifPresent(
              why -> {
                throw new UserException("--exec: '%s': %s".formatted(command, why));
              });
      return study.snapshot();
    }
  }

  private static OptionalInt left(Budget limits, StudySnapshot before) {
    return limits.trials().isEmpty()
        ? limits.trials()
        : OptionalInt.of(Math.max(0, limits.trials().getAsInt() - StudyText.finished(before)));
  }

  private List<String> opening(StudySnapshot before, Budget limits) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "study '%s': %s, %s"
            .formatted(
                before.definition().name(),
                StudyText.number(before.definition().space().orElseThrow().size(), "parameter"),
                StudyText.directions(before)));
    lines.add(
        home()
            .map(where -> "kept in " + where)
            .orElse("kept in memory only; --storage FILE keeps it"));
    int done = StudyText.finished(before);
    if (done > 0) {
      String total = limits.trials().stream().mapToObj(" of %d"::formatted).findFirst().orElse("");
      lines.add("going on after %d%s trials".formatted(done, total));
    }
    return lines;
  }

  private int conclude(StudySnapshot study, boolean stopped) {
    if (json) {
      out().println(JsonText.of(OptimizeJson.of(study, stopped)));
    } else if (!quiet) {
      print(study, stopped);
    }
    if (stopped) {
      return INTERRUPTED;
    }
    if (study.in(TrialState.COMPLETE).findAny().isEmpty()) {
      throw TrialText.noResult(study);
    }
    return 0;
  }

  private void print(StudySnapshot study, boolean stopped) {
    out().println();
    StudyText.result(study).forEach(out()::println);
    out().println();
    out().println(StudyText.counts(study));
    if (stopped) {
      out().println("Stopped before the end" + (home().isPresent() ? GOES_ON : "."));
    }
    home().ifPresent(where -> out().println(further(where, study)));
  }

  private static String further(String where, StudySnapshot study) {
    return "look further: hone %s --storage %s --study %s, or trials, importance, export"
        .formatted(
            StudyText.hasSeveralObjectives(study) ? "pareto" : "best",
            where,
            study.definition().name());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
