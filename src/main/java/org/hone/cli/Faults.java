package org.hone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hone.agent.UserException;
import org.hone.config.ConfigException;
import org.hone.config.NearMatch;
import org.hone.engine.backend.device.DeviceException;
import org.hone.engine.data.file.DataException;
import org.hone.engine.metrics.MetricException;
import org.hone.search.storage.StorageException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells the user what went wrong: one line for a mistake that the user can mend, a stack trace only
 * on demand.
 *
 * @param debug whether to show stack traces
 */
record Faults(PrintWriter err, boolean debug) {
  private static final int FAULT_OF_OURS = 1;
  private static final int MISTAKE = 2;

  /** Returns the exit code. */
  int report(Throwable problem) {
    Throwable cause =
        problem instanceof UncheckedIOException wrapped
            ? Objects.requireNonNull(wrapped.getCause())
            : problem;
    boolean mistake = isMistake(cause);
    if (mistake) {
      line(text(cause));
    } else {
      line("internal error: " + problem);
      if (!debug) {
        line("that is a fault of hone's; --debug shows where it happened");
      }
    }
    trace(problem);
    return mistake ? MISTAKE : FAULT_OF_OURS;
  }

  /** Returns the exit code. */
  int reportUsage(ParameterException problem) {
    String help = problem.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    line(
        "%s;%s see '%s'"
            .formatted(
                problem.getMessage(),
                nearMatch(problem).map(" did you mean '%s'?"::formatted).orElse(""),
                help));
    trace(problem);
    return MISTAKE;
  }

  private static Optional<String> nearMatch(ParameterException problem) {
    if (!(problem instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    CommandLine command = problem.getCommandLine();
    List<String> words = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
    words.addAll(command.getSubcommands().keySet());
    String typed = unmatched.getUnmatched().get(0);
    return NearMatch.of(typed.replaceFirst("=.*", ""), words);
  }

  private static boolean isMistake(Throwable problem) {
    return problem instanceof ConfigException
        || problem instanceof DataException
        || problem instanceof UserException
        || problem instanceof DeviceException
        || problem instanceof MetricException
        || problem instanceof StorageException
        || problem instanceof IOException;
  }

  /** A file system's exception names the file, but not always the reason. */
  private static String text(Throwable problem) {
    if (problem instanceof FileSystemException file && file.getReason() == null) {
      String reason =
          file instanceof NoSuchFileException ? "no such file" : file.getClass().getSimpleName();
      return "%s: %s".formatted(file.getFile(), reason);
    }
    String message = problem.getMessage();
    return message == null ? problem.toString() : message;
  }

  /** Whatever the message holds, it stays one line. */
  private void line(String text) {
    err.println("hone: " + text.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  private void trace(Throwable problem) {
    if (debug) {
      problem.printStackTrace(err);
    }
  }
}
