package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a JVM in the middle of a study, again and again. */
class CrashTest {
  private static final int ROUNDS = 4;
  private static final SearchSpace SPACE =
      SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1)));

  @TempDir private Path folder;

  private static Study study(Storage storage) {
    return Study.builder("crashing").space(SPACE).storage(storage).openOrCreate();
  }

  /** The victim: prints the number and value of every trial once it is told. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) {
      Storage storage = JdbcStorage.open(Path.of(arguments[0]));
      Study study =
          Study.builder("crashing")
              .space(SPACE)
              .storage(storage)
              .listener(
                  (s, trial) -> System.out.println(trial.number() + " " + trial.values().get(0)))
              .openOrCreate();
      study.optimize(
          Budget.trials(1_000_000),
          2,
          trial -> {
            trial.report(1, trial.number());
            trial.appendSeries(1, Map.of("loss", 0.5));
            return Outcome.complete(trial.parameters().number("x"));
          });
    }
  }

  /** What the victim said it had finished before it was killed. */
  private Map<Integer, Double> runAndKill(Path file, Random random)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "said", ".txt");
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                file.toString())
            .redirectOutput(output.toFile())
            .redirectError(Redirect.INHERIT)
            .start();
    int enough = 5 + random.nextInt(40);
    while (finished(output).size() < enough && victim.isAlive()) {
      Thread.sleep(random.nextInt(5));
    }
    assertThat(victim.isAlive()).isTrue();
    victim.destroyForcibly().waitFor();
    return finished(output);
  }

  /** Lines that were written to their end. */
  private static Map<Integer, Double> finished(Path output) throws IOException {
    String text = Files.readString(output);
    Map<Integer, Double> finished = new TreeMap<>();
    text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(parts -> finished.put(Integer.valueOf(parts[0]), Double.valueOf(parts[1])));
    return finished;
  }

  @Test
  void losesNothingThatWasFinishedSeed1() throws IOException, InterruptedException {
    Path file = folder.resolve("studies.db");
    Random random = new Random(1);
    Map<Integer, Double> finished = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      finished.putAll(runAndKill(file, random));
      try (Storage storage = JdbcStorage.open(file)) {
        StudySnapshot before = storage.snapshot(storage.findStudy("crashing").orElseThrow());
        assertFinished(before, finished);
        assertThat(study(storage).recoverInterrupted())
            .containsExactlyElementsOf(
                before.in(TrialState.RUNNING).map(TrialRecord::number).toList());
        assertThat(study(storage).snapshot().in(TrialState.RUNNING)).isEmpty();
      }
    }
  }

  private static void assertFinished(StudySnapshot snapshot, Map<Integer, Double> finished) {
    finished.forEach(
        (number, value) -> {
          TrialRecord trial = snapshot.trials().get(number);
          assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
          assertThat(trial.values()).containsExactly(value);
          assertThat(trial.parameters().number("x")).isEqualTo(value);
          assertThat(trial.intermediate()).containsExactly(Map.entry(1, (double) number));
        });
  }
}
