package org.hone.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.api.technique.Techniques;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PluginsTest {
  private static final Techniques HOUSE = House.of(PluginsTest.class.getClassLoader()).techniques();
  private static final String GREETS =
      "  public String summary() { return lib.Greeting.text(); }\n";

  @TempDir Path folder;

  private JarMaker jar() {
    return new JarMaker(folder);
  }

  private static Plugins load(Path... files) {
    return Plugins.load(HOUSE, Stream.of(files).map(PluginFile::of).toList());
  }

  private static String reason(Plugins plugins) {
    assertThat(plugins.leftOut()).hasSize(1);
    return plugins.leftOut().get(0).reason();
  }

  @Test
  void aJarBringsItsTechniquesBesideThoseOfTheHouse() throws Exception {
    Path file = jar().technique("Trick", "my-trick", "").versioned("1.2").write("tricks.jar");

    Plugins plugins = load(file);

    assertThat(plugins.leftOut()).isEmpty();
    assertThat(plugins.techniques().ids()).containsAll(HOUSE.ids()).contains("my-trick");
    assertThat(plugins.techniques().all()).hasSize(HOUSE.all().size() + 1);
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    Provider provider = Provider.of(plugins.techniques().get("my-trick"));
    assertThat(provider)
        .isEqualTo(new Provider("tricks.jar", Optional.of("1.2"), Optional.of(hash)));
    assertThat(provider.identity())
        .isEqualTo("tricks.jar 1.2 (SHA-256 %s...)", hash.substring(0, 16));
    assertThat(plugins.files()).containsExactly(new PluginFile(file, Optional.of(hash)));
  }

  @Test
  void whatIsOfTheHouseSaysSo() {
    Provider provider = Provider.of(HOUSE.get("adam"));

    assertThat(provider.isPlugin()).isFalse();
    assertThat(provider.name()).isEqualTo("Hone");
    assertThat(provider.identity()).isEqualTo(provider.version().orElse("unversioned"));
  }

  private JarMaker greeting(String type, String id, String text) {
    return jar()
        .technique(type, id, GREETS)
        .with(
            "lib.Greeting",
            "package lib; public class Greeting { public static String text() { return \"%s\"; } }"
                .formatted(text));
  }

  @Test
  void twoJarsBringTwoVersionsOfOneLibrary() {
    Path old = greeting("Old", "old-trick", "Greets in the old way.").write("old.jar");
    Path young = greeting("Young", "young-trick", "Greets in the new way.").write("young.jar");

    Techniques techniques = load(old, young).techniques();

    assertThat(techniques.get("old-trick").summary()).isEqualTo("Greets in the old way.");
    assertThat(techniques.get("young-trick").summary()).isEqualTo("Greets in the new way.");
  }

  private Path beside(String name, String text) throws IOException {
    String greeting =
        "package lib; public class Greeting { public static String text() { return \"%s\"; } }"
            .formatted(text);
    jar().with("lib.Greeting", greeting).write(name + ".libs/greeting.jar");
    return jar()
        .technique("Trick", name, GREETS)
        .without("lib.Greeting", greeting)
        .write(name + ".jar");
  }

  @Test
  void librariesLieInAFolderBesideTheJar() throws IOException {
    Path one = beside("one", "Greets once.");
    Path two = beside("two", "Greets twice.");

    Plugins plugins = load(one, two);

    assertThat(plugins.leftOut()).isEmpty();
    assertThat(plugins.techniques().get("one").summary()).isEqualTo("Greets once.");
    assertThat(plugins.techniques().get("two").summary()).isEqualTo("Greets twice.");
  }

  @Test
  void anotherLibraryMakesItAnotherPlugin() throws IOException {
    Path jar = beside("one", "Greets once.");
    PluginFile before = load(jar).files().get(0);
    jar().with("lib.Other", "package lib; public class Other {}").write("one.libs/other.jar");

    Plugins after = Plugins.load(HOUSE, List.of(before));

    assertThat(reason(after)).startsWith("another jar than was meant: SHA-256 ");
    assertThat(after.techniques().ids()).isEqualTo(HOUSE.ids());
  }

  @Test
  void librariesOfHoneAreNotSeen() {
    Path jar =
        jar()
            .technique(
                "Trick",
                "my-trick",
                """
                  public String summary() {
                    return new com.fasterxml.jackson.databind.ObjectMapper().toString();
                  }
                """)
            .write("leaning.jar");

    assertThat(reason(load(jar)))
        .isEqualTo(
            "Trick needs the class com.fasterxml.jackson.databind.ObjectMapper, which is neither"
                + " in the jar nor in a jar of the folder leaning.libs");
  }

  @Test
  void whatTechniquesSpeakWithIsShared() {
    Path jar =
        jar()
            .technique(
                "Trick",
                "my-trick",
                """
                  private static final org.slf4j.Logger LOG =
                      org.slf4j.LoggerFactory.getLogger(Trick.class);
                  public String summary() {
                    LOG.debug("asked");
                    return "Knows " + org.nd4j.linalg.activations.Activation.RELU.name();
                  }
                """)
            .write("sharing.jar");

    assertThat(load(jar).techniques().get("my-trick").summary()).isEqualTo("Knows RELU");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(
            "without a services line",
            new String[] {"", ""},
            "brings no technique, for it has no line in META-INF/services/org.hone.api.technique.Technique"),
        Arguments.of(
            "a malformed id",
            new String[] {"My_Trick", ""},
            "Trick has id 'My_Trick', but an id is lower-case words joined by hyphens"),
        Arguments.of(
            "an id of the house",
            new String[] {"adam", ""},
            "id 'adam' of Trick is taken by org.hone.plugins.optimizer.Adam of Hone"),
        Arguments.of(
            "the name of a slot",
            new String[] {"optimizer", ""},
            "Trick has id 'optimizer', which is the name of an exclusive slot"),
        Arguments.of(
            "without an id",
            new String[] {"null", ""},
            "Trick failed when it was asked for its id: java.lang.NullPointerException"),
        Arguments.of(
            "a constructor that throws",
            new String[] {
              "my-trick", "public Trick() { throw new IllegalStateException(\"no\"); }"
            },
            "Trick failed when it was made: java.lang.IllegalStateException: no"),
        Arguments.of(
            "a constant that throws",
            new String[] {"my-trick", "static final int ONE = Integer.parseInt(\"one\");"},
            "Trick failed when it was made: java.lang.NumberFormatException: For input string: \"one\""),
        Arguments.of(
            "without a constructor for all",
            new String[] {"my-trick", "Trick() {}"},
            "Trick is no public class with a public constructor without arguments"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void aBrokenJarIsLeftOutWithItsReasonAndOthersWork(
      String what, String[] idAndMembers, String reason) {
    JarMaker maker = jar();
    if (!idAndMembers[0].isEmpty()) {
      maker.technique("Trick", idAndMembers[0], idAndMembers[1]);
    }
    Path bad = maker.write("bad.jar");
    Path good = jar().technique("Good", "good-trick", "").write("good.jar");

    Plugins plugins = load(bad, good);

    assertThat(plugins.leftOut()).containsExactly(new LeftOut(bad, reason));
    assertThat(plugins.techniques().ids())
        .contains("good-trick", "adam")
        .doesNotContain("my-trick");
  }

  @Test
  void aClassThatIsMissingIsNamed() {
    Path jar =
        jar()
            .technique("Trick", "my-trick", "private final Part part = new Part();")
            .without("Part", "class Part {}")
            .write("half.jar");

    assertThat(reason(load(jar)))
        .isEqualTo(
            "Trick needs the class Part, which is neither in the jar nor in a jar of the folder half.libs");
  }

  @Test
  void aServicesLineLeadsToATechnique() {
    Path nowhere = jar().serving("org.example.Gone # once").write("nowhere.jar");
    Path other = jar().with("Other", "public class Other {}").serving("Other").write("other.jar");

    assertThat(load(nowhere, other).leftOut())
        .extracting(LeftOut::toString)
        .containsExactly(
            nowhere
                + ": META-INF/services/org.hone.api.technique.Technique names org.example.Gone, which is not in it",
            other
                + ": Other is named in META-INF/services/org.hone.api.technique.Technique, but is no Technique");
  }

  @Test
  void anIdIsTakenByTheJarThatComesFirst() {
    Path first = jar().technique("Trick", "my-trick", "").write("first.jar");
    Path second = jar().technique("Trick", "my-trick", "").write("second.jar");

    Plugins plugins = load(first, second);

    assertThat(reason(plugins)).isEqualTo("id 'my-trick' of Trick is taken by Trick of first.jar");
    assertThat(Provider.of(plugins.techniques().get("my-trick")).name()).isEqualTo("first.jar");
  }

  @Test
  void filesThatAreNoJarsAreLeftOut() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.jar"), "not a jar");
    Path gone = folder.resolve("gone.jar");
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(load(text, gone, empty).leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("not a jar", "no such file", "a folder without jars");
  }

  @Test
  void aFolderIsAllJarsInItAndAJarThatIsNamedTwiceCountsOnce() {
    Path b = jar().technique("B", "trick-b", "").write("tricks/b.jar");
    Path a = jar().technique("A", "trick-a", "").write("tricks/a.jar");

    Plugins plugins = load(folder.resolve("tricks"), a);

    assertThat(plugins.leftOut()).isEmpty();
    assertThat(plugins.files()).extracting(PluginFile::path).containsExactly(a, b);
  }

  @Test
  void aReasonIsOneLine() {
    assertThat(new LeftOut(Path.of("a.jar"), "first\n  second\n"))
        .hasToString("a.jar: first second");
  }

  @Test
  void aHashIsAHash() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PluginFile(Path.of("a.jar"), Optional.of("12")))
        .withMessage("a SHA-256 is 64 hexadecimal digits, but is '12'");
  }

  @Test
  void theHouseLooksForItsOwnTechniquesOnly() throws IOException {
    Path jar = jar().technique("Stray", "stray", "").serving("org.example.Gone").write("stray.jar");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
      House house = House.of(loader);

      assertThat(house.techniques().ids()).isEqualTo(HOUSE.ids());
      assertThat(house.strangers()).contains("Stray").anyMatch(one -> one.contains("Gone"));
    }
  }
}
