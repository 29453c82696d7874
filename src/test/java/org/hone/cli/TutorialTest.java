package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hone.api.testkit.TechniqueContract;
import org.hone.extension.JarMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial does what it says: its code compiles, its test passes, its study is tuned. */
class TutorialTest {
  private static final Path PAGE =
      Path.of(Path.of("").toAbsolutePath().endsWith("src") ? ".." : "")
          .resolve("src/site/technique-tutorial.md");
  private static final String TYPE = "org.example.DisturbLabel";

  @TempDir Path folder;

  private String technique;
  private String test;
  private String study;

  @BeforeEach
  void read() throws IOException {
    technique = blocks("java").get(0);
    test = blocks("java").get(1);
    study = blocks("yaml").get(0);
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```%s\n(.*?)```".formatted(language), Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private JarMaker jar() {
    return new JarMaker(folder).with(TYPE, technique).serving(TYPE);
  }

  @Test
  void theTechniqueHasFortyLines() {
    assertThat(technique.lines()).hasSizeLessThanOrEqualTo(40);
  }

  @TestFactory
  Stream<DynamicTest> itsTestPasses() throws Exception {
    Path jar = jar().with(TYPE + "Test", test).write("tested.jar");
    // stays open for the tests that are given back
    URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    Class<?> type = loader.loadClass(TYPE + "Test");
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    TechniqueContract written = (TechniqueContract) constructor.newInstance();
    return Stream.concat(
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method, written))),
        Stream.concat(
            Stream.of(DynamicTest.dynamicTest("is found", written::isFoundByServiceLoader)),
            written.keepsTheContract()));
  }

  private static void run(Method test, Object written) throws ReflectiveOperationException {
    test.setAccessible(true);
    test.invoke(written);
  }

  @Test
  void itsStudyIsTuned() throws IOException {
    jar().versioned("0.1.0").write("target/disturb-label.jar");
    Path file = Files.writeString(folder.resolve("study.yaml"), study);
    Path output = folder.resolve("out");

    Cli tuned =
        Cli.hone("tune", file.toString(), "--quiet", "--workers", "0", "--set", "output=" + output);

    assertThat(tuned).isEqualTo(new Cli(0, "", ""));
    assertThat(output.resolve("best/model.zip")).isNotEmptyFile();
    assertThat(Files.readString(output.resolve("report.json")))
        .contains("disturb-label.jar 0.1.0 (SHA-256 ");
  }
}
