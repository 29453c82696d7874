package org.hone.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCopiesTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<PluginFile> copy(PluginFile... plugins) throws IOException {
    return PluginCopies.in(folder.resolve("copies"), List.of(plugins));
  }

  @Test
  void jarsAreCopiedWithTheirLibraries() throws IOException {
    PluginFile one = new PluginFile(file("a/one.jar", "one"), Optional.of(HASH));
    file("a/one.libs/more.jar", "more");
    file("a/one.libs/readme.txt", "nothing");

    List<PluginFile> copies = copy(one);

    assertThat(copies)
        .containsExactly(new PluginFile(folder.resolve("copies/one.jar"), Optional.of(HASH)));
    assertThat(copies.get(0).path()).hasContent("one");
    assertThat(folder.resolve("copies/one.libs/more.jar")).hasContent("more");
    assertThat(folder.resolve("copies/one.libs/readme.txt")).doesNotExist();
    assertThat(copy(copies.get(0))).as("copies of themselves").isEqualTo(copies);
    assertThat(folder.resolve("copies/one.libs/more.jar")).hasContent("more");
  }

  @Test
  void jarsOfOneNameDoNotOverwriteEachOther() throws IOException {
    PluginFile one = PluginFile.of(file("a/one.jar", "one"));
    PluginFile other = new PluginFile(file("b/one.jar", "other"), Optional.of(HASH));

    List<PluginFile> copies = copy(one, other);

    assertThat(copies.get(0).path()).hasContent("one");
    assertThat(copies.get(1).path()).hasContent("other").hasFileName("01234567-one.jar");
  }

  @Test
  void whatIsNotWantedAnyMoreIsRemoved() throws IOException {
    file("a/one.libs/more.jar", "more");
    copy(PluginFile.of(file("a/one.jar", "one")));
    copy(PluginFile.of(file("a/two.jar", "two")));

    assertThat(folder.resolve("copies")).isDirectoryNotContaining("glob:**one*");
    assertThat(folder.resolve("copies/two.jar")).exists();
    assertThat(copy()).isEmpty();
    assertThat(folder.resolve("copies")).doesNotExist();
    assertThat(copy()).isEmpty();
  }

  @Test
  void aFolderOfJarsStaysWhereItIs() throws IOException {
    PluginFile jars = PluginFile.of(file("a/one.jar", "one").getParent());

    assertThat(copy(jars)).containsExactly(jars);
    assertThat(folder.resolve("copies")).doesNotExist();
  }
}
