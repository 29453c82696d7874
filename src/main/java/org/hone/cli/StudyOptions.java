package org.hone.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hone.agent.Reporting;
import org.hone.agent.UserException;
import org.hone.search.storage.Storage;
import org.hone.search.study.Study;
import org.hone.search.trial.StudySnapshot;
import picocli.CommandLine.Option;

/** The options that name a stored study. */
final class StudyOptions {
  @Option(
      names = "--storage",
      required = true,
      paramLabel = "WHERE",
      description = "Where studies are kept: a SQLite file, or a URL.")
  private String storage = "";

  @Option(
      names = "--study",
      paramLabel = "NAME",
      description = "Which study, if there are several.")
  private Optional<String> study = Optional.empty();

  StorageAddress address() {
    return new StorageAddress(storage);
  }

  /** The name that was given. */
  Optional<String> name() {
    return study;
  }

  /** Reads the study as it stands. */
  StudySnapshot snapshot() {
    return with(home -> open(home).snapshot());
  }

  /** Does something with the storage, which must be there already. */
  <T> T with(Function<Storage, T> use) {
    try (Storage home = address().openExisting()) {
      return use.apply(home);
    }
  }

  /** The study of this storage. */
  Study open(Storage home) {
    String name = study.orElseGet(() -> only(chosenAmong(home.studyNames())));
    return Asked.of(() -> Study.builder(name).storage(home).open());
  }

  /** Without those that only confirm another one. */
  private static List<String> chosenAmong(List<String> names) {
    return names.stream().filter(name -> !Reporting.isConfirmation(name, names)).toList();
  }

  private String only(List<String> names) {
    if (names.isEmpty()) {
      throw new UserException("%s: there is no study yet".formatted(storage));
    }
    if (names.size() > 1) {
      throw new UserException(
          "%s: several studies; choose with --study: %s"
              .formatted(storage, String.join(", ", names)));
    }
    return names.get(0);
  }
}
