package org.hone.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.hone.extension.PluginFile;

/**
 * What a study is about, in full: a study file with its overrides and defaults.
 *
 * @param teacher of techniques that need one; empty for none
 * @param objectives ids of what is aimed at; the first, a metric of predictions, is the score that
 *     epochs and recipes are compared by; the task's usual metric if empty
 * @param plugins jars of techniques, and folders of such jars
 * @param confirmationSeeds runs each of baseline and best at the end, at least 1
 * @param output folder for everything the study leaves behind
 */
public record StudyFile(
    StudySettings study,
    DataSettings data,
    NetworkSettings network,
    Optional<TeacherSettings> teacher,
    TrainingSettings training,
    List<String> objectives,
    List<PluginFile> plugins,
    TechniqueChoices techniques,
    int confirmationSeeds,
    Path output) {
  public StudyFile {
    objectives = List.copyOf(objectives);
    plugins = List.copyOf(plugins);
    if (confirmationSeeds < 1) {
      throw new IllegalArgumentException(
          "a confirmation needs seeds >= 1, but seeds=" + confirmationSeeds);
    }
  }

  /**
   * What makes it this study and no other, as text by key, defaults included: two runs of one study
   * agree in it. Left out is what may change from run to run: how long to search, how often to
   * confirm, where to write, and where plug-ins lie.
   */
  public SortedMap<String, String> settings() {
    return Spelling.of(this).settings();
  }

  /**
   * The study as YAML with every default spelled out and data and network named absolutely, for
   * another process of this machine: inverse of {@link StudyFiles#read}.
   */
  public String text() {
    Function<Path, String> absolutely = path -> path.toAbsolutePath().toString();
    StudyFile anywhere =
        new StudyFile(
            study,
            data.named(absolutely),
            network.named(absolutely),
            teacher.map(one -> one.named(absolutely)),
            training,
            objectives,
            plugins,
            techniques,
            confirmationSeeds,
            output);
    return Spelling.of(anywhere).yaml();
  }

  /** With other plug-ins. */
  public StudyFile withPlugins(List<PluginFile> others) {
    return new StudyFile(
        study,
        data,
        network,
        teacher,
        training,
        objectives,
        others,
        techniques,
        confirmationSeeds,
        output);
  }

  /** SHA-256 of {@link #settings}, in hexadecimal. */
  public String sha256() {
    return Spelling.of(this).sha256();
  }
}
