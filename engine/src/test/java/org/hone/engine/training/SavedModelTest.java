package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Recipe;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class SavedModelTest {
  private final Task task =
      SmallTasks.images(Workbench.ENGINE)
          .withNetwork(
              Workbench.normalized(SmallTasks.images(Workbench.ENGINE).network())
                  .mapLoss(loss -> new LossMAE()));
  private final INDArray features = task.validation().features();

  @TempDir private Path folder;
  private Path file;
  private TrainedModel model;

  @BeforeEach
  void train() throws IOException {
    file = folder.resolve("some model.zip");
    Recipe recipe = Workbench.recipe(task, new Adam(0.01));
    model = Workbench.train(recipe, task, 2).model().orElseThrow();
    model.save(file);
  }

  @Test
  void plainDeeplearning4jReadsItWithTheNetworksOwnLoss() throws IOException {
    ComputationGraph graph = ComputationGraph.load(file.toFile(), true);
    assertThat(graph.outputSingle(features)).isEqualTo(model.predict(features));
    assertThat(graph.numParams()).isEqualTo(model.parameters());
    BaseOutputLayer output = (BaseOutputLayer) graph.getOutputLayer(0).conf().getLayer();
    assertThat(output.getLossFn()).isInstanceOf(LossMCXENT.class);
    assertThat(output.getIUpdater()).isEqualTo(new Adam(0.01));
    assertThat(graph.conf().isMiniBatch()).isTrue();
  }

  @Test
  void itIsReadBackWithItsPreprocessing() throws IOException {
    ModelArchive.addPreprocessing(file, "{\"a\": 1}");
    ModelArchive.addPreprocessing(file, "{\"a\": \"größer\"}");
    SavedModel loaded = SavedModel.load(file);
    assertThat(loaded.preprocessing()).isEqualTo("{\"a\": \"größer\"}");
    assertThat(loaded.predict(features)).isEqualTo(model.predict(features));
    assertThat(ComputationGraph.load(file.toFile(), false).outputSingle(features))
        .isEqualTo(model.predict(features));
  }

  @Test
  void savingReplacesTheFile() throws IOException {
    ModelArchive.addPreprocessing(file, "{}");
    model.save(file);
    assertThat(ModelArchive.preprocessing(file)).isEmpty();
  }

  @Test
  void aModelWithoutPreprocessingIsNotOurs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SavedModel.load(file))
        .withMessageContaining("some model.zip: a model without Hone's preprocessing");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no model");
    Path empty = Files.createFile(folder.resolve("empty.zip"));
    Path missing = folder.resolve("missing.zip");
    for (Path wrong : new Path[] {text, empty, missing, folder}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SavedModel.load(wrong))
          .withMessageStartingWith(wrong + ": ");
    }
  }

  @Test
  void aZipWithoutANetworkIsRefused() throws IOException {
    Path hollow = folder.resolve("hollow.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(hollow))) {
      zip.putNextEntry(new ZipEntry("hone/preprocessing.json"));
      zip.write('{');
      zip.closeEntry();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SavedModel.load(hollow))
        .withMessageStartingWith(hollow + ": ");
  }

  private Inference opened(Path saved) {
    return Workbench.ENGINE.openModel(saved, task.input(), task.goal(), task.outputs());
  }

  @Test
  void aModelIsOpenedAsItIsWhoeverSavedIt() throws IOException {
    assertThat(opened(file).predict(features)).isEqualTo(model.predict(features));
    ModelArchive.addPreprocessing(file, "{}");
    ModelArchive.addMembers(
        file, List.of(ComputationGraph.load(file.toFile(), false).params().mul(2)));
    assertThat(opened(file).predict(features))
        .isEqualTo(SavedModel.load(file).predict(features))
        .isNotEqualTo(model.predict(features));
  }

  @Test
  void aModelForOtherClassesIsNotOpened() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workbench.ENGINE.openModel(file, task.input(), task.goal(), 7))
        .withMessageStartingWith(file + ": the network has 3 outputs, but the data have 7 classes");
  }
}
