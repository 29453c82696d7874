package org.hone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hone.agent.DryRun;
import org.hone.agent.Environment;
import org.hone.agent.RunFolder;
import org.hone.agent.TrialRunner;
import org.hone.agent.Tuner;
import org.hone.agent.TuningPlan;
import org.hone.agent.TuningSummary;
import org.hone.config.StudyFile;
import org.hone.engine.Dl4jEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hone tune}. */
@Command(
    name = "tune",
    header = "Finds out how the network of a study should be trained.",
    description = {
      "Searches over training techniques, confirms the best recipe on test rows, and writes model,"
          + " recipe and report. The same command goes on where it was cut off.",
      "Ctrl-C stops and stores everything (exit code 130); a second one kills (137)."
    },
    mixinStandardHelpOptions = true)
final class TuneCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "STUDY",
      description = "A study file (YAML, JSON, properties, XML); default: the built-in digits.")
  private Optional<Path> study;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key, such as study.trials=20. Repeatable.")
  private List<String> overrides = List.of();

  @Option(names = "--restart", description = "Forget the trials of an earlier run.")
  private boolean restart;

  @Option(names = "--dry-run", description = "Print what would be done, without training.")
  private boolean dryRun;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Mixin private final PluginOptions plugins = new PluginOptions();

  @Mixin private final WorkerOptions workers = new WorkerOptions();

  @Override
  public Integer call() throws IOException {
    workers.check();
    Environment environment = plugins.open(study, overrides, spec.commandLine().getErr());
    Dl4jEngine engine = new Dl4jEngine();
    TuningPlan plan = environment.plan(study, overrides, engine);
    StudyFile file = plan.file();
    if (dryRun) {
      RunFolder.requireFree(file.output());
      new DryRun(plan).lines().forEach(out()::println);
      return 0;
    }
    try (RunFolder folder = RunFolder.hold(file.output());
        WorkerOptions.Runner runner = workers.open(plan, engine);
        StopSignal stop = StopSignal.install()) {
      if (restart) {
        folder.forget(file.study().name());
      }
      TuningSummary summary = tune(plan, runner.trials(), folder, stop);
      print(summary);
      if (summary.interrupted()) {
        return INTERRUPTED;
      }
      requireResult(summary);
      return 0;
    }
  }

  private TuningSummary tune(TuningPlan plan, TrialRunner runner, RunFolder folder, StopSignal stop)
      throws IOException {
    try (Progress progress = progress(plan)) {
      return new Tuner(plan, runner, progress, stop, Clock.systemUTC()).tune(folder, command());
    }
  }

  /** What was shown says it too, but not to a program. */
  private static void requireResult(TuningSummary summary) {
    if (summary.evidence().best().isEmpty()) {
      throw TrialText.noResult(summary.evidence().search().snapshot());
    }
  }

  private Progress progress(TuningPlan plan) {
    if (quiet || json) {
      return Progress.silent();
    }
    return Progress.on(spec.commandLine().getErr(), plan.source().metric());
  }

  private void print(TuningSummary summary) {
    if (json) {
      out().println(SummaryJson.of(summary));
    } else if (!quiet) {
      new SummaryText(summary).lines().forEach(out()::println);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** What the user typed, as a shell would take it again. */
  private String command() {
    return spec.commandLine().getParent().getParseResult().originalArgs().stream()
        .map(TuneCommand::quoted)
        .collect(Collectors.joining(" ", "hone ", ""));
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
