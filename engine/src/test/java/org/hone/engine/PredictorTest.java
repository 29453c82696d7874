package org.hone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.Update;
import org.hone.api.training.Decision;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainedModel;
import org.hone.engine.data.DataSource;
import org.hone.engine.data.Dataset;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.Roles;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.split.SplitPlan;
import org.hone.engine.metrics.Metrics;
import org.hone.engine.training.ModelArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

class PredictorTest {
  @TempDir static Path folder;
  private static Path table;
  private static Predictor flowers;

  private record ShortTerms() implements Terms {
    @Override
    public long seed() {
      return 1;
    }

    @Override
    public int epochs() {
      return 12;
    }

    @Override
    public Decision report(int epoch, double score, Map<String, Double> readings) {
      return Decision.CONTINUE;
    }
  }

  @BeforeAll
  static void train() throws IOException {
    StringBuilder text = new StringBuilder("size,colour,kind\n");
    for (int row = 0; row < 60; row++) {
      text.append(row % 2 * 3 + row % 5 * 0.1).append(row % 3 == 0 ? ",red," : ",white,");
      text.append(row % 2 == 0 ? "daisy\n" : "tulip\n");
    }
    table = Files.writeString(folder.resolve("flowers.csv"), text);
    flowers = Predictor.load(model("flowers.zip", DataSource.of(table)));
  }

  /** Trains a small network on data and saves it. */
  private static Path model(String name, DataSource source) throws IOException {
    Dl4jEngine engine = new Dl4jEngine();
    Dataset data = Dataset.read(source);
    Prepared rows = data.prepare(new SplitPlan(0.2, 0, 1, 1));
    Network network =
        engine.generate(
            new Architecture.Mlp(List.of(8), Activation.RELU),
            data.input(),
            data.goal(),
            data.outputs());
    Task task =
        new Task(
            data.goal(),
            data.input(),
            data.outputs(),
            rows.training(),
            rows.validation(),
            Optional.empty(),
            rows.preprocessing(),
            network,
            Metrics.usualFor(data.goal()),
            Synonyms.none());
    Recipe recipe = Recipe.of(Feed.shuffled(8), network, Update.of(new Adam(0.05)));
    TrainedModel model = engine.train(recipe, task, new ShortTerms()).model().orElseThrow();
    Path file = folder.resolve(name);
    model.save(file);
    ModelArchive.addPreprocessing(file, rows.preprocessing().toJson());
    return file;
  }

  @Test
  void scoresAFileWithProbabilities() {
    List<Prediction> predictions = flowers.predict(table);

    assertThat(predictions).hasSize(60);
    for (int row = 0; row < 60; row++) {
      Prediction.OfClass prediction = (Prediction.OfClass) predictions.get(row);
      assertThat(prediction.name()).isEqualTo(row % 2 == 0 ? "daisy" : "tulip");
      assertThat(prediction.probabilities()).containsOnlyKeys("daisy", "tulip");
      assertThat(prediction.values().values().stream().mapToDouble(share -> share).sum())
          .isEqualTo(1, within(1e-5));
    }
  }

  @Test
  void aRowIsATextByColumn() {
    assertThat(flowers.columns()).containsExactly("size", "colour");
    assertThat(flowers.predict(Map.of("size", "3.1", "colour", "white", "more", "x")))
        .isEqualTo(flowers.predict(List.of(Map.of("size", "3.10", "colour", "white"))).get(0));
    Prediction inFile = flowers.predict(table).get(1);
    Prediction alone = flowers.predict(Map.of("size", "3.1", "colour", "white"));
    assertThat(alone.label()).isEqualTo(inFile.label());
    assertThat(alone.values().get("tulip")).isEqualTo(inFile.values().get("tulip"), within(1e-6));
  }

  @Test
  void readmeSnippet() {
    Path path = folder.resolve("flowers.zip");
    // tag::predict[]
    Predictor predictor = Predictor.load(path);
    Prediction prediction = predictor.predict(Map.of("size", "3.2", "colour", "red"));
    String kind = prediction.label().orElseThrow();
    double probability = prediction.values().get("tulip");
    // end::predict[]
    assertThat(kind).isEqualTo("tulip");
    assertThat(probability).isGreaterThan(0.5);
  }

  @Test
  void badRowsAreNamed() {
    Map<String, String> good = Map.of("size", "1", "colour", "");
    assertThatThrownBy(() -> flowers.predict(List.of(good, Map.of("size", "1"))))
        .isInstanceOf(DataException.class)
        .hasMessage("rows, line 2: has no column 'colour'; needed are size, colour");
    assertThatThrownBy(() -> flowers.predict(List.of(good, Map.of("size", "big", "colour", "red"))))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("rows, line 2: column 'size' (number 1): 'big' is not a number");
    assertThat(flowers.predict(List.of())).isEmpty();
  }

  @Test
  void severalThreadsGetTheSame() {
    List<Prediction> alone = flowers.predict(table);
    List<List<Prediction>> together =
        IntStream.range(0, 16).parallel().mapToObj(call -> flowers.predict(table)).toList();
    assertThat(together).containsOnlyElementsOf(Collections.singleton(alone));
  }

  @Test
  void labelsAndNumbersAreToldByName() throws IOException {
    StringBuilder text = new StringBuilder("x,red,tall\n");
    for (int row = 0; row < 60; row++) {
      text.append("%d,%d,%d\n".formatted(row % 4, row % 4 % 2, row % 4 / 2));
    }
    Path file = Files.writeString(folder.resolve("labels.csv"), text);
    Predictor labels =
        Predictor.load(model("labels.zip", DataSource.of(file, Roles.ofLabels("tall", "red"))));
    Prediction.OfLabels prediction = (Prediction.OfLabels) labels.predict(Map.of("x", "3"));

    assertThat(labels.goal()).isEqualTo(Goal.MULTI_LABEL);
    assertThat(prediction.probabilities()).containsOnlyKeys("tall", "red");
    assertThat(prediction.names()).contains("tall");
    prediction
        .probabilities()
        .forEach((name, p) -> assertThat(prediction.names().contains(name)).isEqualTo(p > 0.5));

    Predictor numbers =
        Predictor.load(
            model(
                "numbers.zip",
                DataSource.of(
                    Files.writeString(
                        folder.resolve("n.csv"), text.toString().replace(",1", ",1.5")),
                    Roles.ofLabels("red", "tall"))));
    assertThat(numbers.predict(Map.of("x", "2")).values()).containsOnlyKeys("red", "tall");
    assertThat(numbers.predict(Map.of("x", "2")).label()).isEmpty();
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertThatThrownBy(() -> Predictor.load(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(table + ": not a model that can be read");
  }
}
