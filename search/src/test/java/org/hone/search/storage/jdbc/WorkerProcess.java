package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hone.search.pruner.NopPruner;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.Storage;
import org.hone.search.study.Budget;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** A JVM that works on a shared study, and says what it has finished. */
final class WorkerProcess {
  static final String STUDY = "shared";
  private static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("x", FloatDistribution.of(0, 1)),
          Parameter.of("y", FloatDistribution.of(0, 1)));

  private final Process process;
  private final Path said;
  private final Path errors;

  private WorkerProcess(Process process, Path said, Path errors) {
    this.process = process;
    this.said = said;
    this.errors = errors;
  }

  static Study study(Storage storage) {
    return Study.builder(STUDY)
        .space(SPACE)
        .sampler(new RandomSampler())
        .pruner(new NopPruner())
        .storage(storage)
        .listener((s, trial) -> System.out.println(trial.number() + " " + trial.values().get(0)))
        .openOrCreate();
  }

  /**
   * Runs trials in two threads.
   *
   * @param arguments address of the storage, number of trials
   */
  public static void main(String[] arguments) {
    try (Storage storage = Storages.open(arguments[0])) {
      study(storage)
          .optimize(
              Budget.trials(Integer.parseInt(arguments[1])),
              2,
              trial -> {
                trial.report(1, trial.number());
                trial.appendSeries(1, Map.of("loss", 0.5));
                return Outcome.complete(trial.parameters().number("x"));
              });
    }
  }

  /**
   * @param folder for what it says
   */
  static WorkerProcess start(Path folder, String address, int trials) throws IOException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                address,
                String.valueOf(trials))
            .redirectOutput(said.toFile())
            .redirectError(errors.toFile())
            .start();
    return new WorkerProcess(process, said, errors);
  }

  /** Waits until it has ended, which it must have done without any complaint. */
  void join() throws IOException, InterruptedException {
    int status = process.waitFor();
    assertThat(complaints()).isEmpty();
    assertThat(status).isZero();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String complaints() throws IOException {
    return Files.readString(errors)
        .lines()
        .filter(line -> !line.startsWith("SLF4J"))
        .collect(Collectors.joining("\n"));
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Values by number of the trials that it said were finished, in lines written to their end. */
  Map<Integer, Double> finished() {
    try {
      String text = Files.readString(said);
      Map<Integer, Double> finished = new TreeMap<>();
      text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .map(line -> line.split(" ", 2))
          .forEach(parts -> finished.put(Integer.valueOf(parts[0]), Double.valueOf(parts[1])));
      return finished;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it said was finished is there, whole. */
  void assertKept(StudySnapshot snapshot) {
    finished()
        .forEach(
            (number, value) -> {
              TrialRecord trial = snapshot.trials().get(number);
              assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
              assertThat(trial.values()).containsExactly(value);
              assertThat(trial.parameters().number("x")).isEqualTo(value);
              assertThat(trial.intermediate()).containsExactly(Map.entry(1, (double) number));
            });
  }
}
