package org.hone.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Network;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.OutputMismatchException;
import org.hone.api.training.TrainingEngine;

/** Which network is trained. */
public sealed interface NetworkSettings
    permits NetworkSettings.Planned, NetworkSettings.OfFile, NetworkSettings.Pretrained {
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

  /** The same network out of files that are named otherwise. */
  default NetworkSettings named(Function<Path, String> naming) {
    return this;
  }

  /** The files it is made of, by what they are to it. */
  default Map<String, ModelFile> files() {
    return Map.of();
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
        throw ConfigException.at(Origin.ofKey("network"), String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * A user's own out of a file.
   *
   * @param newOutput whether it gets an output that fits the data in the place of its own
   */
  record OfFile(ModelFile file, boolean newOutput) implements NetworkSettings {
    @Override
    public Map<String, Object> written() {
      Map<String, Object> tree = new LinkedHashMap<>(file.written());
      if (newOutput) {
        tree.put(NetworkReader.OUTPUT, NetworkReader.NEW);
      }
      return tree;
    }

    @Override
    public NetworkSettings named(Function<Path, String> naming) {
      return new OfFile(file.named(naming), newOutput);
    }

    @Override
    public Map<String, ModelFile> files() {
      return Map.of("network", file);
    }

    @Override
    public Network make(TrainingEngine engine, InputShape input, Goal goal, int outputs) {
      try {
        return newOutput
            ? engine.openWithNewOutput(file.file(), input, goal, outputs)
            : engine.open(file.file(), input, goal, outputs);
      } catch (OutputMismatchException e) {
        String cure = e.getMessage() + "; 'output: new' gives it a new one";
        throw ConfigException.at(Origin.ofKey("network.file"), cure);
      } catch (IllegalArgumentException e) {
        throw ConfigException.at(Origin.ofKey("network.file"), String.valueOf(e.getMessage()));
      }
    }
  }

  /** One with the weights of a model on offer, for techniques that start from them. */
  record Pretrained(NetworkSettings network, ModelFile weights) implements NetworkSettings {
    @Override
    public Map<String, Object> written() {
      Map<String, Object> tree = new LinkedHashMap<>(network.written());
      tree.put(NetworkReader.PRETRAINED, weights.written());
      return tree;
    }

    @Override
    public NetworkSettings named(Function<Path, String> naming) {
      return new Pretrained(network.named(naming), weights.named(naming));
    }

    @Override
    public Map<String, ModelFile> files() {
      Map<String, ModelFile> files = new LinkedHashMap<>(network.files());
      files.put(NetworkReader.PRETRAINED, weights);
      return files;
    }

    @Override
    public Network make(TrainingEngine engine, InputShape input, Goal goal, int outputs) {
      Network made = network.make(engine, input, goal, outputs);
      try {
        return engine.pretrained(made, weights.file());
      } catch (IllegalArgumentException e) {
        throw ConfigException.at(
            Origin.ofKey("network.pretrained"), String.valueOf(e.getMessage()));
      }
    }
  }
}
