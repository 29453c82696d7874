package org.hone.engine.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What Hone keeps in a model's zip beside Deeplearning4j's own entries. All of it lies at the top:
 * Deeplearning4j ignores entries that it does not know, but fails on folders.
 */
public final class ModelArchive {
  private static final String PREPROCESSING = "hone-preprocessing.json";
  private static final String MEMBER = "hone-member-%d.bin";

  private ModelArchive() {}

  /** Puts the preprocessing into a saved model, replacing what was there. */
  public static void addPreprocessing(Path model, String json) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      Files.writeString(zip.getPath(PREPROCESSING), json);
    }
  }

  /** Whether Hone saved a model, with its preprocessing. */
  static boolean isHones(Path model) {
    return preprocessingOf(model).isPresent();
  }

  /** The preprocessing of a model; empty if another program saved it. */
  public static Optional<String> preprocessingOf(Path model) {
    try {
      return preprocessing(model);
    } catch (IOException | ProviderNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The preprocessing of a saved model. */
  public static Optional<String> preprocessing(Path model) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      Path entry = zip.getPath(PREPROCESSING);
      return Files.exists(entry) ? Optional.of(Files.readString(entry)) : Optional.empty();
    }
  }

  static void addMembers(Path model, List<INDArray> members) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      for (int i = 0; i < members.size(); i++) {
        try (OutputStream out = Files.newOutputStream(zip.getPath(MEMBER.formatted(i)))) {
          out.write(Nd4j.toByteArray(members.get(i)));
        }
      }
    }
  }

  static List<INDArray> members(Path model) throws IOException {
    List<INDArray> members = new ArrayList<>();
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      Path entry = zip.getPath(MEMBER.formatted(0));
      while (Files.exists(entry)) {
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(entry))) {
          members.add(Nd4j.read(in));
        }
        entry = zip.getPath(MEMBER.formatted(members.size()));
      }
    }
    return members;
  }
}
