package org.hone.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.TrainingEngine;
import org.hone.config.ConfigException;
import org.hone.config.ModelFile;
import org.hone.config.Origin;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.Preprocessing;
import org.hone.engine.data.Translation;
import org.hone.engine.training.ModelArchive;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A teacher as it was saved. One of Hone's has a preprocessing of its own and is asked in its own
 * scale; any other is asked in the scale of the network that learns from it, and answers numbers in
 * the units of the data.
 */
public final class TeacherModel {
  private final Inference model;
  private final Optional<Preprocessing> own;
  private final Map<Preprocessing, Inference> bySplit = new ConcurrentHashMap<>();

  private TeacherModel(Inference model, Optional<Preprocessing> own) {
    this.model = model;
    this.own = own;
  }

  /**
   * Reads a teacher.
   *
   * @throws UserException if the file has changed
   * @throws IllegalArgumentException if it is no model, or does not fit the data
   */
  public static TeacherModel load(Artifact artifact, TrainingEngine engine, TaskSource source) {
    artifact.check();
    return load(artifact.file(), engine, source.outline());
  }

  private static TeacherModel load(Path file, TrainingEngine engine, Outline data) {
    return new TeacherModel(
        engine.openModel(file, data.input(), data.goal(), data.outputs()),
        ModelArchive.preprocessingOf(file).map(Preprocessing::fromJson));
  }

  /** Makes sure that a user's teachers are some for these data. */
  static void requireFit(
      List<ModelFile> teachers, TrainingEngine engine, TaskSource source, Prepared split) {
    String key = teachers.size() > 1 ? "teacher.files" : "teacher.file";
    teachers.forEach(one -> requireFit(one, key, engine, source, split));
  }

  private static void requireFit(
      ModelFile teacher, String key, TrainingEngine engine, TaskSource source, Prepared split) {
    try {
      load(teacher.file(), engine, source.outline()).inScaleOf(split.preprocessing());
    } catch (IllegalArgumentException e) {
      String problem = String.valueOf(e.getMessage());
      String named = problem.startsWith(teacher.file().toString()) ? "" : teacher.file() + ": ";
      throw ConfigException.at(Origin.ofKey(key), named + problem);
    }
  }

  /**
   * The teacher for rows that were prepared so.
   *
   * @throws IllegalArgumentException if it learnt from other columns or classes
   */
  public Inference inScaleOf(Preprocessing split) {
    return bySplit.computeIfAbsent(split, this::translated);
  }

  private Inference translated(Preprocessing split) {
    if (own.isEmpty()) {
      return inputs -> split.labels(model.predict(inputs));
    }
    if (own.get().equals(split)) {
      return model;
    }
    Translation translation = Translation.between(split, own.get());
    return new Inference() {
      @Override
      public INDArray predict(Inputs inputs) {
        return translation.predictions(model.predict(translation.inputs(inputs)));
      }
    };
  }
}
