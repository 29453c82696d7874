package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.hone.agent.fake.Rehearsal;
import org.hone.search.storage.StorageException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final String WAY_ON = "choose another folder with --set output=FOLDER";

  @TempDir Path folder;

  @Test
  void isMadeWithItsParents() {
    Path deep = folder.resolve("a/b/c");

    try (RunFolder held = RunFolder.hold(deep)) {
      assertThat(held.path()).isEqualTo(deep).isDirectory();
      assertThat(held.database()).isEqualTo(deep.resolve("hone.db"));
    }
  }

  @Test
  void isHeldByOneAtATime() {
    try (RunFolder first = RunFolder.hold(folder)) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> RunFolder.hold(first.path()))
          .withMessage("%s: another hone is working here; wait for it, or %s", folder, WAY_ON);
    }
    try (RunFolder second = RunFolder.hold(folder)) {
      assertThat(second.path()).isEqualTo(folder);
    }
  }

  @Test
  void cannotBeWhereAFileIs() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> RunFolder.hold(file))
        .withMessage("%s: cannot be written (%s is not a folder); %s", file, file, WAY_ON);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> RunFolder.hold(file.resolve("below")))
        .withMessageContainingAll("file/below: cannot be written (", WAY_ON);
  }

  @Test
  void mustBeWritable() throws IOException {
    Path locked =
        Files.createDirectory(
            folder.resolve("locked"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    Assumptions.assumeFalse(Files.isWritable(locked), "an administrator may write everywhere");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> RunFolder.hold(locked))
        .withMessage("%s: cannot be written (AccessDeniedException); %s", locked, WAY_ON);
  }

  @Test
  void aReadOnlyDatabaseIsNamed() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    study.tune("study.trials=1");
    Path database = RunFolder.database(study.output());
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--r--r--"));

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(study::tune)
        .withMessage(database + " is read-only; studies need a file that can be written");
  }

  @Test
  void forgetsAStudyAndWhatItLeft() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    study.tune("study.trials=2");
    study.tune("study.trials=1", "study.name=rehearsal2");
    Path own = Files.writeString(study.output().resolve("best/notes.txt"), "mine");

    try (RunFolder held = RunFolder.hold(study.output())) {
      held.forget(Rehearsal.NAME);
    }

    assertThat(study.storedNames())
        .as("the other study stays")
        .containsExactly("rehearsal2", "rehearsal2 confirmation of trial 0");
    assertThat(own).hasContent("mine");
    assertThat(study.output().resolve("best")).isDirectoryNotContaining("glob:**.{zip,yaml}");
    assertThat(study.output()).isDirectoryNotContaining("glob:**/report.*");

    study.tune("study.trials=1", "training.epochs=1");

    assertThat(study.stored().trials()).hasSize(1);
  }

  @Test
  void hasNothingToForgetAtFirst() throws IOException {
    try (RunFolder held = RunFolder.hold(folder)) {
      held.forget("anything");
      assertThat(held.database()).doesNotExist();
    }
  }
}
