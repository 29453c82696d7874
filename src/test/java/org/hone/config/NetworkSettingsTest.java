package org.hone.config;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.Dl4jEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;

class NetworkSettingsTest {
  @TempDir Path folder;

  @Test
  void anOutputThatDoesNotFitCanBeMadeAnew() throws IOException {
    String json =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new OutputLayer.Builder().nIn(4).nOut(3).activation(Activation.SOFTMAX).build())
            .build()
            .toJson();
    Path file = Files.writeString(folder.resolve("own.json"), json);
    NetworkSettings settings = new NetworkSettings.OfFile(ModelFile.of(file, "0"), false);

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(
            () -> settings.make(new Dl4jEngine(), InputShape.table(4), Goal.CLASSIFICATION, 2))
        .withMessageStartingWith("network.file: " + file)
        .withMessageEndingWith(
            "the network has 3 outputs, but the data have 2 classes; 'output: new' gives it a new"
                + " one");
  }
}
