package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.LayerPlan;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.InputShape.Kind;
import org.hone.engine.data.Form;
import org.hone.engine.data.Roles;
import org.hone.engine.data.ScalingMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;

class StudyFilesTest {
  private static final String LEAST = "data: {file: 'bundled:digits.csv.gz'}\n";

  @TempDir Path folder;

  private static Path format(String extension) throws URISyntaxException {
    return Path.of(StudyFilesTest.class.getResource("formats/study." + extension).toURI());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "yml", "json", "properties", "xml"})
  void everyFormatSaysTheSame(String extension) throws URISyntaxException {
    StudyFile study = new StudyFiles(Studies.KNOWN).load(format(extension), List.of());

    assertThat(study.study())
        .isEqualTo(
            new StudySettings(
                "houses",
                20,
                Optional.of(Duration.ofMinutes(90)),
                StudySettings.USUAL_TRIAL_TIMEOUT,
                7,
                "random",
                "nop"));
    assertThat(study.data().file()).hasFileName("diabetes.csv").isRegularFile();
    assertThat(study.data().source()).isEqualTo("bundled:diabetes.csv");
    assertThat(study.data().roles().labels()).containsExactly("target");
    assertThat(study.data().goal()).contains(Goal.REGRESSION);
    assertThat(study.data().form()).isEqualTo(new Form.Table());
    assertThat(study.data().roles().ignore()).containsExactly("s1", "s2");
    assertThat(study.data().roles().categorical()).containsExactly("sex");
    assertThat(study.data().parts()).isEqualTo(Parts.shares(0.25, 0.1));
    assertThat(study.network())
        .isEqualTo(NetworkSettings.of(new Architecture.Mlp(List.of(32, 16), Activation.LEAKYRELU)));
    assertThat(study.training()).isEqualTo(new TrainingSettings(12, 16, 0.01));
    assertThat(study.objectives()).containsExactly("rmse");
    assertThat(study.confirmationSeeds()).isEqualTo(4);
    assertThat(study.output()).isEqualTo(Path.of("out", "houses"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "yml", "json", "properties", "xml"})
  void theSettingsAreThoseThatMakeTheStudy(String extension) throws Exception {
    StudyFile study = new StudyFiles(Studies.KNOWN).load(format(extension), List.of());
    Path expected = Path.of(StudyFilesTest.class.getResource("formats/settings.txt").toURI());

    assertThat(study.settings().entrySet().stream().map(Object::toString))
        .containsExactlyElementsOf(Files.readAllLines(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "properties"})
  void theTextOfAStudySaysAllOfIt(String extension) throws URISyntaxException {
    StudyFiles files = new StudyFiles(Studies.KNOWN);
    StudyFile study = files.load(format(extension), List.of("study.trial-timeout=90s"));

    StudyFile again = files.read(study.text());

    assertThat(again.settings()).isEqualTo(study.settings());
    assertThat(again.study()).isEqualTo(study.study());
    assertThat(again.study().trialTimeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(again.data()).isEqualTo(study.data());
    assertThat(again.network()).isEqualTo(study.network());
    assertThat(again.confirmationSeeds()).isEqualTo(study.confirmationSeeds());
  }

  @Test
  void theTextOfAStudyNamesItsDataWhereverItIsRead() throws IOException {
    Path data = Files.writeString(folder.resolve("rows $x #1.csv"), "a,b\n1,2\n");
    StudyFile study = Studies.load(folder, "s.yaml", "data: {file: 'rows $x #1.csv', label: '2'}");

    StudyFile again = new StudyFiles(Studies.KNOWN).read(study.text());

    assertThat(again.data().file()).isEqualTo(data.toAbsolutePath());
    assertThat(again.data().roles().labels()).containsExactly("2");
    assertThat(again.techniques()).isEqualTo(study.techniques());
  }

  @Test
  void rowsAreSplitWeighedAndScaledAsSaid() throws IOException {
    for (String name : List.of("rows", "holdout", "test")) {
      Files.writeString(folder.resolve(name + ".csv"), "a,b\n1,2\n");
    }
    StudyFile files =
        Studies.load(
            folder,
            "s.yaml",
            "data: {file: rows.csv, label: [y, z], time: day, weight: w, scaling: min-max,"
                + " validation: holdout.csv, test: test.csv}");
    StudyFile folds =
        Studies.load(
            folder,
            "s.yaml",
            "data: {file: rows.csv, label: y, labels-separated-by: '|', task: multi-label,"
                + " group: patient, folds: 4}");
    StudyFile sequences =
        Studies.load(
            folder,
            "s.yaml",
            "data: {file: rows.csv, id: a, order: day, time: day, weight: w, test: test.csv}");

    assertThat(files.data().roles().labels()).containsExactly("y", "z");
    assertThat(files.data().roles().time()).contains("day");
    assertThat(files.data().roles().weight()).contains("w");
    assertThat(files.data().scaling()).isEqualTo(ScalingMethod.MIN_MAX);
    assertThat(files.data().parts().validation().file()).contains(folder.resolve("holdout.csv"));
    assertThat(folds.data().roles().labelSeparator()).contains("|");
    assertThat(folds.data().goal()).contains(Goal.MULTI_LABEL);
    assertThat(folds.data().roles().group()).contains("patient");
    assertThat(folds.data().parts().folds()).hasValue(4);
    assertThat(folds.data().parts().validation().share()).isEqualTo(0.2);
    assertThat(sequences.data().roles().time()).contains("day");
    for (StudyFile study : List.of(files, folds, sequences)) {
      StudyFile again = new StudyFiles(Studies.KNOWN).read(study.text());
      assertThat(again.data().roles()).isEqualTo(study.data().roles());
      assertThat(again.data().scaling()).isEqualTo(study.data().scaling());
      assertThat(again.data().parts().folds()).isEqualTo(study.data().parts().folds());
      assertThat(again.data().parts().test().file()).isEqualTo(study.data().parts().test().file());
    }
  }

  @Test
  void everythingButTheDataHasADefault() throws IOException {
    StudyFile study = Studies.load(folder, "my digits.yaml", LEAST);

    assertThat(study.study())
        .isEqualTo(
            new StudySettings(
                "my-digits",
                30,
                Optional.empty(),
                Duration.ofHours(6),
                1,
                "auto",
                "performance-curve"));
    assertThat(study.network())
        .isEqualTo(NetworkSettings.of(new Architecture.Mlp(List.of(128, 64), Activation.RELU)));
    assertThat(study.training()).isEqualTo(new TrainingSettings(30, 32, 0.001));
    assertThat(study.objectives()).isEmpty();
    assertThat(study.techniques()).isEqualTo(new TechniqueChoices.Preset(TechniquePreset.QUICK));
    assertThat(study.confirmationSeeds()).isEqualTo(3);
    assertThat(study.output()).isEqualTo(Path.of("runs", "my-digits"));
    assertThat(study.data().parts()).isEqualTo(Parts.shares(0.2, 0.2));
    assertThat(study.data().roles()).isEqualTo(Roles.USUAL);
    assertThat(study.data().scaling()).isEqualTo(ScalingMethod.STANDARD);
    assertThat(study.data().goal()).isEmpty();
  }

  @Test
  void imagesAreConvolvedByDefault() throws IOException {
    String images = "data: {file: 'bundled:digits.csv.gz', shape: [8, 8, 1]}\n";
    StudyFile study = Studies.load(folder, "digits.yaml", images + "network: {activation: gelu}");

    assertThat(study.data().form()).isEqualTo(new Form.PixelColumns(InputShape.image(8, 8, 1)));
    assertThat(study.network())
        .isEqualTo(NetworkSettings.of(new Architecture.Cnn(List.of(16, 32), 64, Activation.GELU)));
    assertThat(Studies.load(folder, "digits.yaml", images, "network.mlp=[9]").network())
        .isEqualTo(NetworkSettings.of(new Architecture.Mlp(List.of(9), Activation.RELU)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aNetworkOfEachKindIsReadAndWritten(Kind kind, String text, Architecture plan)
      throws IOException {
    NetworkSettings read = network(kind, text);

    assertThat(read).isEqualTo(NetworkSettings.of(plan));
    String written = new Spelling(Map.of("network", NetworkWriter.write(plan))).yaml();
    assertThat(network(kind, written.substring("network:".length()))).isEqualTo(read);
  }

  @Test
  void aNetworkOfAFileIsThatFileWithItsContents() throws IOException {
    Path own = Files.writeString(folder.resolve("own.json"), "{}");
    StudyFile study = Studies.load(folder, "s.yaml", LEAST + "network: {file: own.json}");

    assertThat(study.settings()).containsEntry("network.file", "own.json");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    StudyFile again = Studies.load(elsewhere, "again.yaml", study.text());
    assertThat(again.network().named(Path::toString))
        .isEqualTo(study.network().named(Path::toString));

    Files.writeString(own, "{ }");
    assertThat(Studies.load(folder, "s.yaml", LEAST + "network: {file: own.json}").sha256())
        .isNotEqualTo(study.sha256());
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> Studies.load(elsewhere, "again.yaml", study.text()))
        .withMessageContaining("network.file: ")
        .withMessageContaining("own.json has changed: its SHA-256 is ");
  }

  private NetworkSettings network(Kind kind, String text) {
    Section root = YamlText.parse("network: " + text, "s.yaml").asSection(List.of("network"));
    return NetworkReader.read(root, kind, folder.resolve("s.yaml"));
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(Kind.TABLE, "{mlp: []}", new Architecture.Mlp(List.of(), Activation.RELU)),
        Arguments.of(
            Kind.IMAGE,
            "{layers: [{conv: 8}, {batch-norm: true}, {pool: max}, {dropout: 0.2}, {dense: 4}]}",
            new Architecture.Layers(
                List.of(
                    new LayerPlan.Convolution(8, 3, 1, Optional.empty()),
                    new LayerPlan.BatchNorm(),
                    new LayerPlan.Pooling(LayerPlan.Pool.MAX, 2, 2),
                    new LayerPlan.Dropout(0.2),
                    new LayerPlan.Dense(4, Optional.empty())),
                Activation.RELU)),
        Arguments.of(
            Kind.TEXT,
            "{layers: [{embedding: 8}, {conv: 6, kernel: 2, activation: elu}, "
                + "{lstm: 3, bidirectional: true}, {global-pool: mean}]}",
            new Architecture.Layers(
                List.of(
                    new LayerPlan.Embedding(8),
                    new LayerPlan.Convolution(6, 2, 1, Optional.of(Activation.ELU)),
                    new LayerPlan.Lstm(3, true, Activation.TANH),
                    new LayerPlan.GlobalPooling(LayerPlan.Pool.MEAN)),
                Activation.RELU)),
        Arguments.of(
            Kind.IMAGE,
            "{cnn: [8, 16], residual: true}",
            new Architecture.ResidualCnn(List.of(8, 16), Activation.RELU)),
        Arguments.of(
            Kind.SEQUENCE,
            "{lstm: [64], bidirectional: true, activation: sigmoid}",
            new Architecture.Lstm(List.of(64), true, 128, Activation.SIGMOID)),
        Arguments.of(
            Kind.TEXT,
            "{lstm: [32, 16], embedding: 50}",
            new Architecture.Lstm(List.of(32, 16), false, 50, Activation.TANH)),
        Arguments.of(
            Kind.TEXT,
            "{text-cnn: 100}",
            new Architecture.TextCnn(100, List.of(3, 4, 5), 128, Activation.RELU)),
        Arguments.of(
            Kind.TEXT,
            "{text-cnn: 7, widths: [2], embedding: 9, activation: elu}",
            new Architecture.TextCnn(7, List.of(2), 9, Activation.ELU)));
  }

  @Test
  void aSectionWhoseKeysAreAllCommentedOutIsEmpty() throws IOException {
    String commented = LEAST + "network:\n  # mlp: [64]\nstudy:\n";

    assertThat(Studies.load(folder, "s.yaml", commented, "network.mlp=[2]").network())
        .isEqualTo(NetworkSettings.of(new Architecture.Mlp(List.of(2), Activation.RELU)));
    assertThat(Studies.load(folder, "s.yaml", commented).study().trials()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({
    "digits.yaml, digits",
    "my study.final.yaml, my-study.final",
    "_private.yaml, private",
    ".yaml, yaml",
    "---.yaml, study"
  })
  void theFileNamesTheStudy(String file, String name) throws IOException {
    assertThat(Studies.load(folder, file, LEAST).study().name()).isEqualTo(name);
  }

  @Test
  void severalObjectivesSwitchPruningOffAndAreWrittenAsTheyAreRead() throws IOException {
    StudyFile study =
        Studies.load(folder, "study.yaml", LEAST + "objectives: [accuracy, model-size]\n");

    assertThat(study.objectives()).containsExactly("accuracy", "model-size");
    assertThat(study.study().pruner()).isEqualTo("nop");
    assertThat(new StudyFiles(Studies.KNOWN).read(study.text()).objectives())
        .isEqualTo(study.objectives());
    assertThat(Studies.load(folder, "one.yaml", LEAST + "objectives: accuracy\n").settings())
        .containsEntry("objective.metric", "accuracy");
  }

  @Test
  void anOverrideReplacesAWholeKey() throws IOException {
    String text = LEAST + "network: {mlp: [128, 64], activation: elu}\ntechniques: [adam, mixup]\n";
    StudyFile study =
        Studies.load(
            folder,
            "s.yaml",
            text,
            "study.trials=20",
            "study.trials=21",
            "network.mlp=[256,128]",
            " study.name = 'a.b' ",
            "techniques={dropout: search}",
            "techniques.adam=on");

    assertThat(study.study().trials()).isEqualTo(21);
    assertThat(study.study().name()).isEqualTo("a.b");
    assertThat(study.network())
        .isEqualTo(NetworkSettings.of(new Architecture.Mlp(List.of(256, 128), Activation.ELU)));
    assertThat(((TechniqueChoices.Listed) study.techniques()).byId())
        .containsOnlyKeys("adam", "dropout");
  }

  @Test
  void anOverrideOfTheSectionChangesTheKindOfNetwork() throws IOException {
    String text = "data: {file: 'bundled:digits.csv.gz', shape: [8, 8, 1]}\nnetwork: {mlp: [128]}";

    assertThat(Studies.load(folder, "s.yaml", text, "network={cnn: [4], dense: 8}").network())
        .isEqualTo(NetworkSettings.of(new Architecture.Cnn(List.of(4), 8, Activation.RELU)));
  }

  @Test
  void variablesStandForTheEnvironmentAndForSystemProperties() throws IOException {
    System.setProperty("hone.test.table", "table.csv");
    Path data = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
    String path = System.getenv("PATH");

    assertThat(Studies.load(folder, "s.yaml", "data: {file: '${sys:hone.test.table}'}").data())
        .satisfies(read -> assertThat(read.file()).isEqualTo(data))
        .satisfies(read -> assertThat(read.source()).isEqualTo("table.csv"));
    assertThat(
            Studies.load(folder, "s.yaml", LEAST, "data.label=${env:PATH}", "data.test=${env:T:-0}")
                .data())
        .satisfies(read -> assertThat(read.roles().labels()).containsExactly(path.strip()))
        .satisfies(read -> assertThat(read.parts().test().share()).isZero());
  }

  @Test
  void dataStandBesideTheStudyFileOrWhereAnAbsolutePathSays() throws IOException {
    Path data = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
    Path below = Files.createDirectory(folder.resolve("studies"));

    assertThat(Studies.load(below, "s.yaml", "data: {file: ../table.csv}").data().file())
        .isAbsolute()
        .hasSameBinaryContentAs(data);
    assertThat(
            Studies.load(below, "s.yaml", "data: {file: x}", "data={file: '%s'}".formatted(data)))
        .satisfies(study -> assertThat(study.data().file()).isEqualTo(data));
  }

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    assertThat(Studies.load(folder, "s.yaml", "\uFEFF" + LEAST).study().name()).isEqualTo("s");
  }

  @Test
  void aStudyFileMustBeAFile() {
    StudyFiles files = new StudyFiles(Studies.KNOWN);

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> files.load(folder, List.of()))
        .withMessage(folder + ": is a directory; name the study file in it");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> files.load(folder.resolve("s.yaml"), List.of()))
        .withMessage(folder.resolve("s.yaml") + ": no such file");
  }
}
