package org.hone.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.search.storage.Storage;
import org.hone.search.trial.TrialState;

/**
 * Where running trials keep their state, and teachers while they are trained. A file is there no
 * longer than its training runs.
 *
 * @param folder for checkpoints alone
 */
record CheckpointFolder(Path folder) {
  private static final String NAME = "study-%d-trial-%d.checkpoint";
  private static final String TEACHER = "study-%d-teacher-";

  /** Where a trial keeps its state. */
  Path of(long study, int trial) {
    return folder.resolve(NAME.formatted(study, trial));
  }

  /**
   * Where the training of a teacher keeps its state.
   *
   * @param which of the study's
   */
  Path ofTeacher(long study, String which) {
    return folder.resolve(TEACHER.formatted(study) + which + ".checkpoint");
  }

  /** The trial is finished. */
  void forget(long study, int trial) {
    forget(of(study, trial));
  }

  /** The training is finished whose state that is, with what lies beside it. */
  void forget(Path checkpoint) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> isOf(checkpoint, one)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A trial of several trainings has further files beside its own, whose names begin alike. */
  private static boolean isOf(Path begin, Path file) {
    return String.valueOf(file.getFileName()).startsWith(String.valueOf(begin.getFileName()));
  }

  /** Deletes what belongs to no running training, and the folder if nothing is left. */
  void tidy(Storage storage) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<Path> running =
        storage.studyNames().stream()
            .map(name -> storage.findStudy(name).orElseThrow())
            .flatMap(study -> running(study, storage))
            .collect(Collectors.toSet());
    boolean empty = true;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (running.stream().anyMatch(begin -> isOf(begin, file))) {
          empty = false;
        } else {
          Files.delete(file);
        }
      }
    }
    if (empty) {
      Files.delete(folder);
    }
  }

  /** With which the names of files begin; a teacher's is there until it is trained. */
  private Stream<Path> running(long study, Storage storage) {
    Stream<Path> trials =
        storage.snapshot(study).in(TrialState.RUNNING).map(trial -> of(study, trial.number()));
    return Stream.concat(trials, Stream.of(folder.resolve(TEACHER.formatted(study))));
  }
}
