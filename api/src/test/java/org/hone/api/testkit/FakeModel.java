package org.hone.api.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.TrainedModel;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Thinks all classes equally probable. Saves itself as a zip, as engines do. */
record FakeModel(int outputs) implements TrainedModel {
  @Override
  public INDArray predict(Inputs inputs) {
    return Nd4j.valueArrayOf(new long[] {inputs.rows(), outputs}, 1.0 / outputs);
  }

  @Override
  public long parameters() {
    return outputs;
  }

  @Override
  public void save(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("fake.txt"));
      zip.write("a model of nothing".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }
}
