package org.hone.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult.Status;
import org.hone.plugins.normalization.BatchNormalization;
import org.hone.plugins.regularization.Dropout;
import org.hone.plugins.regularization.WeightDecay;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class OwnNetworkTest {
  private static final TrainingEngine ENGINE =
      ServiceLoader.load(TrainingEngine.class).findFirst().orElseThrow();

  static Stream<Technique> techniques() {
    return Stream.of(new Dropout(), new BatchNormalization(), new WeightDecay());
  }

  private static Path configuration(Path folder) throws IOException {
    String json =
        new NeuralNetConfiguration.Builder()
            .activation(Activation.TANH)
            .list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(5).build())
            .layer(new DenseLayer.Builder().nIn(5).nOut(5).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .activation(Activation.SOFTMAX)
                    .nIn(5)
                    .nOut(SmallTasks.OUTPUTS)
                    .build())
            .build()
            .toJson();
    return Files.writeString(folder.resolve("own.json"), json);
  }

  @ParameterizedTest
  @MethodSource("techniques")
  void techniquesActOnAUsersOwnNetwork(Technique technique, @TempDir Path folder)
      throws IOException {
    Task usual = SmallTasks.classification(ENGINE);
    Network own = ENGINE.open(configuration(folder), usual.input(), usual.goal(), usual.outputs());
    Task task = usual.withNetwork(own);
    assertThat(technique.appliesTo(task)).isTrue();
    Recipe recipe =
        technique.apply(SmallTasks.baseline(task), technique.parameters(task).defaults());
    assertThat(recipe.network().describe()).isNotEqualTo(own.describe());
    var result = ENGINE.train(recipe, task, RecordedTerms.of(3, 2));
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(result.score().orElseThrow())
        .isNotEqualTo(
            ENGINE
                .train(SmallTasks.baseline(task), task, RecordedTerms.of(3, 2))
                .score()
                .orElseThrow());
  }
}
