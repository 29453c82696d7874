package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask, tell and look at studies that are stored. */
class StoredStudyTest {
  private static final String SPACE =
      """
      params:
        - {name: kind, type: categorical, choices: [a, "b,\\"c", null]}
        - {name: rate, type: float, low: 1.0e-5, high: 1, log: true, when: {kind: [a]}}
        - {name: layers, type: int, low: 1, high: 4}
      """;

  @TempDir Path folder;
  private Searches searches;

  @BeforeEach
  void prepare() {
    searches = new Searches(folder);
  }

  private Cli hone(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--storage", searches.storage()));
    words.addAll(List.of(more));
    return Cli.hone(words);
  }

  private void refused(String message, Cli run) {
    assertThat(run.err().replace(folder.toString(), "FOLDER")).isEqualTo("hone: " + message + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  private static String said(Cli run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  private static JsonNode json(Cli run) throws IOException {
    return new ObjectMapper().readTree(said(run));
  }

  private JsonNode ask(String study) throws IOException {
    return json(hone("ask --study " + study, "--space", searches.space("s.yaml", SPACE)));
  }

  /** Five trials: complete, failed, pruned, complete, running. */
  private void fill() throws IOException {
    for (int i = 0; i < 5; i++) {
      ask("one");
    }
    said(hone("tell --study one --trial 0 --values 0.5"));
    said(hone("tell --study one --trial 1", "--fail", "no luck"));
    said(hone("tell --study one --trial 2 --prune"));
    said(hone("tell --study one --trial 3 --values 0.25 --constraints -1,0"));
  }

  @Test
  void asksAndTells() throws IOException {
    JsonNode first = ask("one");
    JsonNode second = json(hone("ask --study one"));

    assertThat(first.get("trial").asInt()).isZero();
    assertThat(first.get("params").has("layers")).isTrue();
    assertThat(first.get("seed").isInt()).isTrue();
    assertThat(second.get("trial").asInt()).isEqualTo(1);
    assertThat(said(hone("tell --trial 1 --values 0.125"))).isEqualTo("trial 1: complete, 0.125\n");
    assertThat(said(hone("tell --trial 0 --values nan".replace("nan", "NaN"))))
        .isEqualTo("trial 0: failed\n");
    assertThat(searches.stored("one").best().orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void askingIsDeterminedBySeedAndNumber() throws IOException {
    JsonNode one = ask("one");
    JsonNode two = ask("two");
    JsonNode other = json(hone("ask --study three --seed 9", "--space", folder + "/s.yaml"));

    assertThat(two).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void tellsConstraintsAndReasons() throws IOException {
    fill();

    List<TrialRecord> trials = searches.stored("one").trials();
    assertThat(trials)
        .extracting(TrialRecord::state)
        .containsExactly(
            TrialState.COMPLETE,
            TrialState.FAIL,
            TrialState.PRUNED,
            TrialState.COMPLETE,
            TrialState.RUNNING);
    assertThat(trials.get(1).reason()).contains("no luck");
    assertThat(trials.get(3).constraints()).containsEntry("0", -1.0).containsEntry("1", 0.0);
  }

  @Test
  void whatCannotBeToldIsRefusedAndChangesNothing() throws IOException {
    fill();
    refused(
        "trial 0 of study 'one' is COMPLETE; only a running one can be told of",
        hone("tell --trial 0 --values 1"));
    refused(
        "study 'one' has no trial 9; it has 5, numbered from 0", hone("tell --trial 9 --prune"));
    refused(
        "study 'one' has no trial -1; it has 5, numbered from 0", hone("tell --trial=-1 --prune"));
    refused(
        "--values: study 'one' has 1 objective, but got 2 values",
        hone("tell --trial 4 --values 1,2 --constraints 5"));
    refused(
        "--values: 'good' is not a number; allowed: numbers separated by commas, NaN, Infinity",
        hone("tell --trial 4 --values good"));
    Cli nothing = hone("tell --trial 4");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("--values", "--fail", "--prune").containsOnlyOnce("\n");
    assertThat(hone("tell --trial 4 --prune --values 1").code()).isEqualTo(2);

    TrialRecord running = searches.stored("one").trials().get(4);
    assertThat(running.state()).isEqualTo(TrialState.RUNNING);
    assertThat(running.constraints()).isEmpty();
  }

  @Test
  void anUnknownStudyIsRefusedWithTheKnownOnes() throws IOException {
    ask("one");
    ask("two");
    List<String> commands =
        List.of("ask", "tell --trial 0 --prune", "trials", "best", "importance", "pareto");
    for (String command : commands) {
      refused("no study 'tow'; known: one, two", hone(command + " --study tow"));
      refused("FOLDER/studies.db: several studies; choose with --study: one, two", hone(command));
    }
  }

  @Test
  void aFileThatIsNotThereIsNotCreated() {
    List<String> commands =
        List.of(
            "ask",
            "tell --trial 0 --prune",
            "studies",
            "trials",
            "best",
            "importance",
            "pareto",
            "export x.csv");
    for (String command : commands) {
      refused("FOLDER/studies.db: no such file; --storage names one", hone(command));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void listsStudies() throws IOException {
    fill();
    said(hone("ask --study two", "--space", searches.space("two.yaml", Searches.TWO)));

    assertThat(said(hone("studies")))
        .isEqualTo(
            """
            study  trials  directions          result
            one         5  minimize            0.25, trial 3
            two         1  minimize, maximize  none yet
            """);
    JsonNode studies = json(hone("studies --json")).get("studies");
    assertThat(studies).hasSize(2);
    assertThat(studies.get(0).get("trials").toString())
        .isEqualTo("{\"complete\":2,\"failed\":1,\"pruned\":1,\"running\":1}");
    assertThat(studies.get(0).get("best").get("trial").asInt()).isEqualTo(3);
  }

  @Test
  void listsTrialsWithin80Columns() throws IOException {
    fill();
    List<String> lines = said(hone("trials")).lines().toList();

    assertThat(lines).hasSize(6).allMatch(line -> line.length() <= 80);
    assertThat(lines.get(0)).matches("trial  state     value +time  parameters");
    assertThat(lines.get(1)).matches("    0  complete    0.5 +\\d+\\.\\d s  kind=.*layers=\\d");
    assertThat(lines.get(2)).matches("    1  failed +\\d+\\.\\d s  no luck");
    assertThat(lines.get(5)).matches("    4  running +kind=.*layers=\\d");
  }

  @Test
  void trialsAsJsonHaveEverything() throws IOException {
    fill();
    JsonNode study = json(hone("trials --json"));

    assertThat(study.get("directions").toString()).isEqualTo("[\"minimize\"]");
    assertThat(study.get("trials")).hasSize(5);
    assertThat(study.get("trials").get(1).get("reason").asText()).isEqualTo("no luck");
    assertThat(study.get("trials").get(3).get("values").toString()).isEqualTo("[0.25]");
    assertThat(study.get("trials").get(3).get("constraints").toString())
        .isEqualTo("{\"0\":-1.0,\"1\":0.0}");
    assertThat(study.get("trials").get(4).get("state").asText()).isEqualTo("RUNNING");
    assertThat(study.get("trials").get(4).get("notes").has("auto:reason")).isTrue();
  }

  @Test
  void trialsAsCsvHaveEverything() throws IOException {
    fill();
    List<String> lines = said(hone("trials --csv")).lines().toList();

    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .isEqualTo(
            "number,value,datetime_start,datetime_complete,duration,params_kind,params_rate,"
                + "params_layers,constraints_0,constraints_1,state,reason");
    assertThat(lines.get(2)).startsWith("1,,2").endsWith(",,,FAIL,no luck");
    assertThat(lines.get(4)).startsWith("3,0.25,2").endsWith(",-1.0,0.0,COMPLETE,");
    assertThat(lines).allMatch(line -> !line.contains("b,") || line.contains("\"b,\"\"c\""));
  }

  @Test
  void notesOfTheUsersAreColumnsToo() throws IOException {
    try (Storage home = JdbcStorage.open(Path.of(searches.storage()))) {
      Study study = Study.builder("noted").storage(home).create();
      Trial trial = study.ask();
      trial.setUserAttribute("tags", List.of("a", 1));
      study.tell(trial, Outcome.complete(1));
    }

    assertThat(said(hone("trials --csv")).lines())
        .satisfiesExactly(
            heading -> assertThat(heading).endsWith(",user_attrs_tags,state,reason"),
            trial -> assertThat(trial).endsWith(",\"[\"\"a\"\",1]\",COMPLETE,"));
    refused(
        "study 'noted' has no space to ask from: its trials declare parameters as they run",
        hone("ask"));
  }

  @Test
  void exportsWhatItsEndingSays() throws IOException {
    fill();
    Path csv = folder.resolve("trials.csv");
    Path json = folder.resolve("trials.JSON");

    assertThat(said(hone("export", csv.toString()))).isEqualTo(csv + ": 5 trials\n");
    said(hone("export", json.toString()));

    assertThat(csv).content().isEqualTo(said(hone("trials --csv")));
    assertThat(json).content().isEqualTo(said(hone("trials --json")));
    refused(
        "trials.xlsx: the ending says the format; allowed: .csv, .json",
        hone("export trials.xlsx"));
    refused("FOLDER/none/trials.csv: no such file", hone("export", folder + "/none/trials.csv"));
    assertThat(Files.exists(folder.resolve("none"))).isFalse();
  }

  @Test
  void showsTheBestTrial() throws IOException {
    ask("one");
    refused("study 'one' has no trial with a result yet; it has 1 trial: 1 running", hone("best"));
    fill();

    assertThat(said(hone("best"))).startsWith("best: trial 3, value 0.25\n  kind    ");
    assertThat(json(hone("best --json")).get("best").get("trial").asInt()).isEqualTo(3);
  }

  @Test
  void showsTheFrontOfSeveralObjectives() throws IOException {
    String space = searches.space("two.yaml", Searches.TWO);
    for (String values : List.of("1,1", "2,2", "3,1", "0,0")) {
      int trial = json(hone("ask", "--space", space)).get("trial").asInt();
      said(hone("tell --trial " + trial, "--values", values));
    }

    assertThat(said(hone("pareto")).lines().map(line -> line.replaceFirst("\\d\\.\\d s.*", "")))
        .containsExactly(
            "trial  state     value 0  value 1   time  parameters",
            "    3  complete        0        0  ",
            "    0  complete        1        1  ",
            "    1  complete        2        2  ");
    assertThat(json(hone("pareto --json")).get("front")).hasSize(3);
    refused(
        "study 'two' has 2 objectives, so there is a front instead of a best trial; see 'hone"
            + " pareto'",
        hone("best"));
  }

  @Test
  void showsWhatMatters() throws IOException {
    for (int i = 0; i < 40; i++) {
      JsonNode trial = ask("one");
      int layers = trial.get("params").get("layers").asInt();
      said(hone("tell --trial " + trial.get("trial"), "--values", "" + Math.abs(layers - 3)));
    }

    List<String> lines = said(hone("importance")).lines().toList();

    assertThat(lines).hasSize(4).allMatch(line -> line.length() <= 80);
    assertThat(lines.get(0)).isEqualTo("parameter  importance");
    assertThat(lines.get(1)).matches("layers +\\d\\d\\.\\d %  █+");
    JsonNode json = json(hone("importance --json --method fanova")).get("importance");
    assertThat(json.get("layers").asDouble()).isGreaterThan(0.5);
    refused("no method 'anova'; known: ped-anova, fanova", hone("importance --method anova"));
    assertThat(hone("importance --objective 3").code()).isEqualTo(2);
  }

  @Test
  void importanceOfTooFewTrialsIsAMistake() throws IOException {
    ask("one");
    Cli run = hone("importance");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("trials").containsOnlyOnce("\n");
  }

  @Test
  void anAddressAsOptunaWritesIt() throws IOException {
    ask("one");
    String address = "sqlite:///" + searches.storage();

    assertThat(Cli.hone("studies", "--storage", address).out()).contains("one");
    refused(
        "--storage: no storage is known by the address 'mysql:'; allowed: a file, sqlite:///FILE,"
            + " postgresql://USER:PASSWORD@HOST/NAME, memory:",
        Cli.hone("studies", "--storage", "mysql://x"));
  }

  @Test
  void anEmptyStorageHasNoStudies() throws IOException {
    Files.createFile(Path.of(searches.storage()));

    assertThat(said(hone("studies"))).isEqualTo("no study yet\n");
    refused("FOLDER/studies.db: there is no study yet", hone("best"));
  }
}
