package org.hone.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hone.agent.TrialReport;
import org.hone.worker.program.JsonLine;

/**
 * What a finished fold of a trial came to, in a file beside the trial's checkpoint, so that a trial
 * that was cut off goes on at its fold.
 *
 * @param training what the fold follows from; a file of another training is not used
 */
record FinishedFold(Path file, String training) {
  private static final String TRAINING = "training";
  private static final String TYPE = "result";

  /** Where a fold keeps what it has, beside the checkpoint of its trial. */
  static Path beside(Path checkpoint, int fold) {
    return checkpoint.resolveSibling("%s.fold-%d".formatted(checkpoint.getFileName(), fold));
  }

  /** Of a fold whose training keeps its state in that file. */
  static FinishedFold after(Path foldCheckpoint, String training) {
    return new FinishedFold(
        foldCheckpoint.resolveSibling(foldCheckpoint.getFileName() + ".result"), training);
  }

  /** Empty if it is not finished, or nobody can tell. */
  Optional<TrialReport> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Map<String, Object> object = JsonLine.read(Files.readString(file));
      return training.equals(object.get(TRAINING))
          ? Optional.of(Message.Result.read(new Fields(TYPE, object)).report())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps it, as a whole or not at all.
   *
   * @throws IOException if that is not possible; then the fold would be trained again
   */
  void write(TrialReport report) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(TRAINING, training);
    object.putAll(new Message.Result(report).fields());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(next, JsonLine.write(object));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
