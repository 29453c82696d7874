package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hone.api.testkit.TechniqueContract;
import org.hone.extension.JarMaker;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is written is compiled and run here without Maven; {@code src/checks/new-technique} builds
 * it with Maven.
 */
class NewTechniqueCommandTest {
  private static final String SERVICES =
      "src/main/resources/META-INF/services/org.hone.api.technique.Technique";

  @TempDir Path folder;

  private Path project() {
    return folder.resolve("project");
  }

  private Cli write(String id, String... more) {
    return Cli.hone(
        Stream.concat(
                Stream.of("new", "technique", id, "--directory", project().toString()),
                Stream.of(more))
            .toList());
  }

  private String text(String file) throws IOException {
    return Files.readString(project().resolve(file));
  }

  @Test
  void writesAProjectAndSaysHowToGoOn() throws IOException {
    Cli written = write("my-trick");

    assertThat(written.code()).isZero();
    assertThat(written.err()).isEmpty();
    assertThat(written.out())
        .contains(
            project().resolve("pom.xml") + "\n", "mvn verify", "hone check target/my-trick.jar");
    assertThat(text(SERVICES)).isEqualToIgnoringNewLines("org.example.mytrick.MyTrick");
    assertThat(text("README.md")).contains("# my-trick", "target/my-trick.jar");
    assertThat(text("pom.xml")).contains("<artifactId>my-trick</artifactId>");
    try (Stream<Path> files = Files.walk(project())) {
      for (Path file : files.filter(one -> one.toString().matches(".*\\.(java|xml|md)")).toList()) {
        assertThat(Files.readString(file)).doesNotContainPattern("@[a-z.]+@");
      }
    }
  }

  @Test
  void theRepositoryHoldsHoneUnderAVersionOfItsOwn() throws IOException {
    write("my-trick");
    Matcher version =
        Pattern.compile("<hone.version>(\\d+\\.\\d+\\.\\d+-[0-9a-f]{12})</hone.version>")
            .matcher(text("pom.xml"));
    assertThat(version.find()).isTrue();

    for (String module : List.of("search", "api", "engine")) {
      String pom = text(artifact(module, version.group(1)) + ".pom");
      assertThat(pom)
          .contains("<version>" + version.group(1) + "</version>")
          .contains("<artifactId>hone-" + module + "</artifactId>")
          .doesNotContain("SNAPSHOT");
      assertThat(project().resolve(artifact(module, version.group(1)) + ".jar")).isNotEmptyFile();
    }
    assertThat(text(artifact("parent", version.group(1)) + ".pom"))
        .contains("<packaging>pom</packaging>");
    Path kit = project().resolve(artifact("api", version.group(1)) + "-testkit.jar");
    try (JarFile jar = new JarFile(kit.toFile())) {
      assertThat(jar.stream().map(Object::toString))
          .contains("org/hone/api/testkit/TechniqueContract.class")
          .allMatch(
              name ->
                  name.startsWith("META-INF/")
                      || name.startsWith("org/hone/api/testkit/")
                      || name.endsWith("/"));
    }
  }

  private static String artifact(String module, String version) {
    return "repository/org/hone/hone-%s/%s/hone-%s-%s".formatted(module, version, module, version);
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenKeepsTheContract() throws Exception {
    write("my-trick", "--package", "com.acme.tricks");
    String sources = "src/%s/java/com/acme/tricks/%s.java";
    Path jar =
        new JarMaker(folder)
            .with("com.acme.tricks.MyTrick", text(sources.formatted("main", "MyTrick")))
            .with("com.acme.tricks.MyTrickTest", text(sources.formatted("test", "MyTrickTest")))
            .serving(text(SERVICES).strip())
            .write("my-trick.jar");
    assertThat(Cli.hone("techniques", "--plugins", jar.toString()).out())
        .contains("my-trick  [gradient]", "factor           float 0.1..10.0, log (default 1.0)");

    // stays open for the tests that are given back
    URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    var constructor = loader.loadClass("com.acme.tricks.MyTrickTest").getDeclaredConstructor();
    constructor.setAccessible(true);
    TechniqueContract test = (TechniqueContract) constructor.newInstance();
    return Stream.concat(
        Stream.of(DynamicTest.dynamicTest("is found", test::isFoundByServiceLoader)),
        test.keepsTheContract());
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.createDirectories(project());
    Files.writeString(project().resolve("mine.txt"), "mine");

    assertThat(write("my-trick"))
        .isEqualTo(
            new Cli(
                2,
                "",
                "hone: %s: is not empty, and nothing is overwritten; choose another folder with --directory\n"
                    .formatted(project())));
    try (Stream<Path> files = Files.list(project())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(project(), "mine");

    assertThat(write("my-trick").err()).endsWith("project: is no folder; nothing was written\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My_Trick | org.example | 'My_Trick' is no id of a technique; allowed: lower-case words",
        "adam | org.example | 'adam' is the id of a technique of Hone's; choose another",
        "my-trick | org.new | --package: 'org.new' is no name of a package; allowed: such as"
      })
  void badNamesAreRefused(String id, String packageName, String message) {
    Cli refused = write(id, "--package", packageName);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).startsWith("hone: " + message);
    assertThat(project()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "recipe, org/example/recipe/RecipeTechnique",
    "new, org/example/newtechnique/New",
    "cut-mix-2, org/example/cutmix2/CutMix2"
  })
  void namesOfClassesNeverClash(String id, String file) {
    assertThat(write(id).code()).isZero();

    assertThat(project().resolve("src/main/java/%s.java".formatted(file))).exists();
  }
}
