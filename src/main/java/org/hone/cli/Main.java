package org.hone.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hone.agent.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/**
 * The {@code hone} command. Exit codes: 0 done, 1 a fault of Hone's, 2 a mistake in the input, 130
 * interrupted and everything stored, 137 interrupted twice, 143 ended by SIGTERM and everything
 * stored.
 */
@Command(
    name = "hone",
    header = {
      "Finds out how a Deeplearning4j network should be trained,",
      "and tunes any program that talks JSON lines."
    },
    subcommands = {
      TuneCommand.class,
      ReportCommand.class,
      PredictCommand.class,
      TechniquesCommand.class,
      NewCommand.class,
      CheckCommand.class,
      MetricsCommand.class,
      OptimizeCommand.class,
      AskCommand.class,
      TellCommand.class,
      StudiesCommand.class,
      TrialsCommand.class,
      BestCommand.class,
      ImportanceCommand.class,
      ParetoCommand.class,
      ExportCommand.class,
      DoctorCommand.class,
      VersionCommand.class,
      CommandLine.HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionText.class)
public final class Main {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces, and what libraries log.")
  private boolean debug;

  /** Runs the command that the arguments name, and ends the process with its exit code. */
  public static void main(String[] args) {
    // figures and names in files are written the same everywhere
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = writer(System.out);
    int code = run(out, writer(System.err), args);
    // only whole lines are flushed by themselves, and not everything is printed as lines
    out.flush();
    System.exit(code);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs the command that the arguments name and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    line.setOut(out).setErr(err);
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new VersionText()));
    line.setExecutionStrategy(main::execute);
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> new Faults(err, main.debug).report(problem));
    line.setParameterExceptionHandler(
        (problem, parameters) -> new Faults(err, main.debug).reportUsage(problem));
    try {
      return line.execute(args);
    } catch (LinkageError | OutOfMemoryError e) {
      return new Faults(err, main.debug).report(e);
    }
  }

  private int execute(ParseResult parsed) {
    if (debug && LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      loggers.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    }
    return new RunLast().execute(parsed);
  }

  /** The version, as picocli wants it. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"hone " + Version.text()};
    }
  }
}
