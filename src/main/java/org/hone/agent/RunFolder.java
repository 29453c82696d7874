package org.hone.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hone.extension.PluginCopies;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/** The folder that a study leaves behind; held by one process at a time. */
public final class RunFolder implements AutoCloseable {
  private static final String DATABASE = "hone.db";
  private static final List<String> REPORTS = List.of("report.html", "report.md", "report.json");

  private final Path folder;
  private final FileLock lock;

  private RunFolder(Path folder, FileLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes the folder if it is not there, and holds it.
   *
   * @throws UserException if another process holds it, or it cannot be written
   */
  public static RunFolder hold(Path folder) {
    try {
      Files.createDirectories(folder);
      return lock(folder)
          .map(lock -> new RunFolder(folder, lock))
          .orElseThrow(
              () ->
                  new UserException(
                      "%s: another hone is working here; wait for it, or choose another folder with --set output=FOLDER"
                          .formatted(folder)));
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /**
   * Makes sure, without making it, that there is no file in its place.
   *
   * @throws UserException if there is
   */
  public static void requireFree(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw unusable(folder, new FileAlreadyExistsException(folder.toString()));
    }
  }

  private static UserException unusable(Path folder, IOException e) {
    return new UserException(
        "%s: cannot be written (%s); choose another folder with --set output=FOLDER"
            .formatted(folder, reason(e)));
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException file) {
      return file.getFile() + " is not a folder";
    }
    return e instanceof FileSystemException file && file.getReason() == null
        ? file.getClass().getSimpleName()
        : String.valueOf(e.getMessage());
  }

  /** Empty if somebody else has the lock, which ends with the process that has it. */
  private static Optional<FileLock> lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Optional<FileLock> lock = Optional.empty();
    try {
      lock = Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // held by this very process, which is no better
    } finally {
      if (lock.isEmpty()) {
        channel.close();
      }
    }
    return lock;
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** The database with all trials. */
  public Path database() {
    return database(folder);
  }

  /** The database of a folder that nobody needs to hold. */
  public static Path database(Path folder) {
    return folder.resolve(DATABASE);
  }

  /** What is handed over: model, recipe, study file. */
  public Path best() {
    return folder.resolve("best");
  }

  Path model() {
    return best().resolve("model.zip");
  }

  Path recipe() {
    return best().resolve("recipe.yaml");
  }

  Path studyFile() {
    return best().resolve("study.yaml");
  }

  /** Copies of the plug-ins of what is handed over. */
  Path plugins() {
    return best().resolve("plugins");
  }

  /** Models that wait for the end of their confirmation. */
  Path models() {
    return folder.resolve("confirmation");
  }

  /** Of teachers that were trained here. */
  Path teachers() {
    return folder.resolve("teacher");
  }

  /** The teacher of this hash. */
  Path teacher(String sha256) {
    return teachers().resolve(sha256 + ".zip");
  }

  /** The teachers of these hashes. */
  Teachers teachers(List<String> hashes) {
    return new Teachers(hashes.stream().map(hash -> new Artifact(teacher(hash), hash)).toList());
  }

  /** Keeps a model as a teacher, under its hash. */
  Artifact keepTeacher(Path fresh) throws IOException {
    Files.createDirectories(teachers());
    String sha256 = Artifact.of(fresh).sha256();
    Path kept = teacher(sha256);
    Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
    return new Artifact(kept, sha256);
  }

  /** Of trials that run. */
  CheckpointFolder checkpoints() {
    return new CheckpointFolder(folder.resolve("checkpoints"));
  }

  ConfirmedModels models(TrialRecord best) {
    return new ConfirmedModels(models(), best.number());
  }

  /** Forgets a study with all that it left here; other studies in the database stay. */
  public void forget(String study) throws IOException {
    if (Files.exists(database())) {
      try (Storage storage = JdbcStorage.open(database())) {
        forgetTeachers(storage, study);
        storage.studyNames().stream()
            .filter(name -> name.equals(study) || ConfirmationPhase.confirms(name, study))
            .forEach(name -> storage.findStudy(name).ifPresent(storage::deleteStudy));
        checkpoints().tidy(storage);
      }
    }
    for (String report : REPORTS) {
      Files.deleteIfExists(folder.resolve(report));
    }
    for (Path file : List.of(model(), recipe(), studyFile())) {
      Files.deleteIfExists(file);
    }
    PluginCopies.in(plugins(), List.of());
    deleteIfEmpty(best());
    deleteIfEmpty(teachers());
    ConfirmedModels.delete(models());
  }

  /** Files of the user stay. */
  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // what is in there is not of this study
    }
  }

  /** Teachers that were trained for a study go with it. */
  private void forgetTeachers(Storage storage, String study) throws IOException {
    OptionalLong known = storage.findStudy(study);
    if (known.isEmpty()) {
      return;
    }
    StudySnapshot snapshot = storage.snapshot(known.getAsLong());
    Set<String> hashes = new HashSet<>();
    for (TrialRecord trial : snapshot.trials()) {
      storage
          .details(trial.id())
          .provenance()
          .ifPresent(made -> hashes.addAll(Teachers.hashes(made.artifacts())));
      hashes.addAll(BornAgainPhase.modelsOf(trial));
    }
    TrainedTeachers.of(snapshot.userAttributes()).models().forEach(one -> hashes.add(one.sha256()));
    for (String hash : hashes) {
      Files.deleteIfExists(teacher(hash));
    }
  }

  @Override
  public void close() {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
