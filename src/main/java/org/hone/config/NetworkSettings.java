package org.hone.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.TrainingEngine;

/** Which network is trained. */
public sealed interface NetworkSettings permits NetworkSettings.Planned, NetworkSettings.OfFile {
  /** A planned one. */
  static NetworkSettings of(Architecture plan) {
    return new Planned(plan);
  }

  /**
   * The network, for such inputs and outputs.
   *
   * @throws ConfigException if it does not fit them
   */
  Network make(TrainingEngine engine, InputShape input, Goal goal, int outputs);

  /** The section {@code network} as its file would say it. */
  Map<String, Object> written();

  /** The same for another process of this machine, wherever its study file stands. */
  default Map<String, Object> writtenForAll() {
    return written();
  }

  /** One that is generated. */
  record Planned(Architecture plan) implements NetworkSettings {
    @Override
    public Map<String, Object> written() {
      return NetworkWriter.write(plan);
    }

    @Override
    public Network make(TrainingEngine engine, InputShape input, Goal goal, int outputs) {
      try {
        return engine.generate(plan, input, goal, outputs);
      } catch (IllegalArgumentException e) {
        throw ConfigException.at(Origin.of("network"), String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * A user's own out of a file.
   *
   * @param source the file as the study file names it
   * @param sha256 of its contents, in hexadecimal: what makes it this network
   */
  record OfFile(Path file, String source, String sha256) implements NetworkSettings {
    @Override
    public Map<String, Object> written() {
      return written(source);
    }

    @Override
    public Map<String, Object> writtenForAll() {
      return written(file.toAbsolutePath().toString());
    }

    private Map<String, Object> written(String name) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("file", name);
      tree.put("sha256", sha256);
      return tree;
    }

    @Override
    public Network make(TrainingEngine engine, InputShape input, Goal goal, int outputs) {
      try {
        return engine.open(file, input, goal, outputs);
      } catch (IllegalArgumentException e) {
        throw ConfigException.at(Origin.of("network.file"), String.valueOf(e.getMessage()));
      }
    }
  }
}
