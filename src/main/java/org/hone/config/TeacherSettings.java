package org.hone.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the teacher of a distillation comes from. */
public sealed interface TeacherSettings
    permits TeacherSettings.OfFiles, TeacherSettings.OfNetwork, TeacherSettings.BornAgain {

  /** The section {@code teacher} as its file would say it. */
  Map<String, Object> written();

  /** What it is, in a few words. */
  String describe();

  /** The same teacher out of files that are named otherwise. */
  TeacherSettings named(Function<Path, String> naming);

  /** The saved models that it is from the beginning: none, one, or one for each fold. */
  default List<ModelFile> files() {
    return List.of();
  }

  /** The network that is trained to become it, if that is to be done. */
  default Optional<NetworkSettings> network() {
    return Optional.empty();
  }

  /** How often the best recipe of the search is its own teacher afterwards. */
  default int generations() {
    return 0;
  }

  /**
   * Saved models.
   *
   * @param files one for all trainings, or by fold
   */
  record OfFiles(List<ModelFile> files) implements TeacherSettings {
    public OfFiles {
      files = List.copyOf(files);
    }

    @Override
    public Map<String, Object> written() {
      return files.size() == 1
          ? files.get(0).written()
          : Map.of(TeacherReader.FILES, files.stream().map(ModelFile::written).toList());
    }

    @Override
    public TeacherSettings named(Function<Path, String> naming) {
      return new OfFiles(files.stream().map(file -> file.named(naming)).toList());
    }

    @Override
    public String describe() {
      return files.stream().map(ModelFile::source).collect(Collectors.joining(", "));
    }
  }

  /** A network that is trained before the first trial. */
  record OfNetwork(NetworkSettings plan) implements TeacherSettings {
    @Override
    public Map<String, Object> written() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put(TeacherReader.NETWORK, plan.written());
      return tree;
    }

    @Override
    public TeacherSettings named(Function<Path, String> naming) {
      return new OfNetwork(plan.named(naming));
    }

    @Override
    public String describe() {
      return plan.written().entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "))
          + ", trained first";
    }

    @Override
    public Optional<NetworkSettings> network() {
      return Optional.of(plan);
    }
  }

  /**
   * The best recipe that the search finds: it learns again, from its own model.
   *
   * @param generations how often, each time from the model of the time before
   * @see <a href="https://arxiv.org/abs/1805.04770">Furlanello et al., ICML 2018</a>
   */
  record BornAgain(int generations) implements TeacherSettings {
    @Override
    public Map<String, Object> written() {
      return Map.of(TeacherReader.BORN_AGAIN, generations);
    }

    @Override
    public String describe() {
      return "the best recipe of the search, for itself"
          + (generations > 1 ? ", %d times".formatted(generations) : "");
    }

    @Override
    public TeacherSettings named(Function<Path, String> naming) {
      return this;
    }
  }
}
