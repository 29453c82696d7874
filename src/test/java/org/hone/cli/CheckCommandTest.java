package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.hone.agent.fake.ChildJvm;
import org.hone.extension.JarMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String TABLES_ONLY =
      """
        public boolean appliesTo(Task task) {
          return task.input().kind() == org.hone.api.training.InputShape.Kind.TABLE;
        }
      """;

  @TempDir Path folder;

  private String jar(String name, String id, String members) {
    return new JarMaker(folder)
        .technique("Trick", id, TABLES_ONLY + members)
        .versioned("1.2")
        .write(name)
        .toString();
  }

  @Test
  void saysOfEachRuleThatItHolds() {
    Cli checked = Cli.hone("check", jar("good.jar", "my-trick", ""));

    assertThat(checked.code()).isZero();
    assertThat(checked.err()).isEmpty();
    assertThat(checked.out())
        .startsWith("good.jar 1.2 (SHA-256 ")
        .contains(
            """
              my-trick  [gradient]  Trick
                ok     its id is kebab-case
                ok     it says in a sentence what it does
            """)
        .contains("    ok     the same seed gives the same result (regression, table)\n")
        .contains("    14 of 14 rules hold\n")
        .doesNotContain("FAILS");
  }

  @Test
  void saysWhatDoesNotHold() {
    String jar = jar("bad.jar", "my-trick", "  public String summary() { return \"Nothing\"; }");

    Cli checked = Cli.hone("check", jar);

    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.out())
        .contains(
            """
                FAILS  it says in a sentence what it does
                       the summary is 'Nothing'
            """)
        .contains("    13 of 14 rules hold\n");
  }

  @Test
  void aJarThatCannotBeLoadedDoesNotHold() {
    String jar = jar("bad.jar", "My_Trick", "");

    Cli checked = Cli.hone("check", jar);

    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.out())
        .isEqualTo(
            "FAILS  %s: Trick has id 'My_Trick', but an id is lower-case words joined by hyphens\n"
                .formatted(jar));
  }

  @Test
  void aJarThatIsNotThereIsAMistake() {
    assertThat(Cli.hone("check", "gone.jar"))
        .isEqualTo(new Cli(2, "", "hone: gone.jar: no such jar\n"));
  }

  @Test
  void aTechniqueThatEndsTheProgramDoesNotHold() throws Exception {
    String jar =
        jar("exit.jar", "my-trick", "  public String summary() { System.exit(3); return \"\"; }");

    try (ChildJvm child = ChildJvm.startUnmeasured(folder, Main.class.getName(), "check", jar)) {
      assertThat(child.exitCode()).isEqualTo(1);
      assertThat(child.lines())
          .singleElement()
          .asString()
          .matches("hone: .*Trick.summary\\(Trick.java:\\d+\\) ended the program, which .*");
    }
  }

  @Test
  void speaksJson() throws IOException {
    String good = jar("good.jar", "my-trick", "");
    String bad = jar("bad.jar", "My_Trick", "");

    Cli checked = Cli.hone("check", good, bad, "--json");

    assertThat(checked.code()).isEqualTo(1);
    JsonNode all = new ObjectMapper().readTree(checked.out());
    assertThat(all.get("holds").asBoolean()).isFalse();
    JsonNode jar = all.get("jars").get(0);
    assertThat(jar.get("file").asText()).isEqualTo(good);
    assertThat(jar.get("version").asText()).isEqualTo("1.2");
    assertThat(jar.get("holds").asBoolean()).isTrue();
    JsonNode technique = jar.get("techniques").get(0);
    assertThat(technique.get("id").asText()).isEqualTo("my-trick");
    assertThat(technique.get("findings")).hasSize(14);
    assertThat(technique.get("findings").get(0).get("holds").asBoolean()).isTrue();
    assertThat(all.get("broken").get(0).get("file").asText()).isEqualTo(bad);
    assertThat(all.get("broken").get(0).get("reason").asText()).contains("My_Trick");
  }
}
