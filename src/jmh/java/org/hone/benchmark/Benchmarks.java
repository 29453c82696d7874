package org.hone.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hone.search.sampler.Samplers;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the figures and, if it was all of them, writes the day's file. */
public final class Benchmarks {
  private final Path studies;
  private final boolean quick;

  private Benchmarks(Path studies, boolean quick) {
    this.studies = studies;
    this.quick = quick;
  }

  /**
   * Measures.
   *
   * @param arguments the folder of the results; a folder for the studies, which is emptied before;
   *     a regular expression that finds the names of the figures to measure; and {@code true} to
   *     measure once only
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Path studies = Path.of(arguments[1]);
    boolean quick = Boolean.parseBoolean(arguments[3]);
    Pattern only = Pattern.compile(arguments[2]);
    clear(studies);
    List<Result> results = new ArrayList<>();
    for (Figure figure : Figures.all()) {
      if (only.matcher(figure.name()).find()) {
        System.out.println("measuring " + figure.name() + " ...");
        results.add(new Benchmarks(studies, quick).measure(figure));
      }
    }
    ResultFile file = new ResultFile(LocalDate.now(), Machine.here(), results);
    file.lines().forEach(System.out::println);
    if (!quick && results.size() == Figures.all().size()) {
      System.out.println("written to " + file.write(Path.of(arguments[0])));
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private Result measure(Figure figure) throws RunnerException {
    Optional<String> missing =
        figure.sampler().filter(sampler -> !Samplers.known().contains(sampler));
    if (missing.isPresent()) {
      return Result.skipped(figure, "no sampler '%s' here".formatted(missing.get()));
    }
    RunResult result = new Runner(options(figure).build()).runSingle();
    List<Double> seconds =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(run -> run.getPrimaryResult().getScore())
            .toList();
    return Result.measured(figure, seconds);
  }

  private ChainedOptionsBuilder options(Figure figure) {
    Effort effort = quick ? figure.effort().quick() : figure.effort();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(Pattern.quote(figure.benchmark().getName()) + "\\.")
            .forks(effort.forks())
            .warmupIterations(effort.warmups())
            .measurementIterations(effort.runs())
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgs("-Xmx2g");
    figure.settings().forEach(options::param);
    return figure.sampler().isPresent() ? options : options.param("directory", studies.toString());
  }
}
