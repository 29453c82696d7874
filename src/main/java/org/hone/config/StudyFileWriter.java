package org.hone.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes the study file of a recipe: nothing in it is left to search. */
public final class StudyFileWriter {
  private StudyFileWriter() {}

  /**
   * Writes a study of one trial with the same data, network and training. It is named {@code
   * <name>-best}, so that running it leaves the original study's folder alone.
   *
   * @param techniques the ones to use, by id, each with its parameters as the user writes them
   * @param target the YAML file to replace; files are named relative to it where that is possible
   */
  public static void write(
      StudyFile study, Map<String, Map<String, Object>> techniques, Path target)
      throws IOException {
    write(study, techniques, study.teacher(), target);
  }

  /**
   * The same with another teacher.
   *
   * @param teacher that the techniques learn from; empty for none
   */
  public static void write(
      StudyFile study,
      Map<String, Map<String, Object>> techniques,
      Optional<TeacherSettings> teacher,
      Path target)
      throws IOException {
    StudyFile best =
        new StudyFile(
            onlyTrial(study.study()),
            study.data().named(path -> path(target, path)),
            study.network().named(path -> path(target, path)),
            teacher.map(one -> one.named(path -> path(target, path))),
            study.training(),
            study.objectives(),
            study.plugins(),
            fixed(techniques, Origin.of(target.toString())),
            study.confirmationSeeds(),
            study.output());
    String head = "# The best recipe that study '%s' found.\n".formatted(study.study().name());
    Spelling spelling =
        Spelling.of(best)
            .withoutOutput()
            .withPlugins(PluginsReader.written(best.plugins(), jar -> beneath(target, jar)));
    Files.writeString(target, head + spelling.yaml());
  }

  /** Relative where it lies beneath the study file's folder, and is handed on with it. */
  private static String beneath(Path target, Path jar) {
    Path folder = target.toAbsolutePath().normalize().resolveSibling("");
    return jar.startsWith(folder) ? path(target, jar) : jar.toString();
  }

  private static StudySettings onlyTrial(StudySettings study) {
    return new StudySettings(
        study.name() + "-best",
        1,
        Optional.empty(),
        study.trialTimeout(),
        study.seed(),
        study.sampler(),
        study.pruner());
  }

  private static TechniqueChoices fixed(
      Map<String, Map<String, Object>> techniques, Origin origin) {
    Map<String, TechniqueChoice> byId = new LinkedHashMap<>();
    techniques.forEach(
        (id, values) -> {
          Map<String, Setting> settings = new LinkedHashMap<>();
          values.forEach((name, value) -> settings.put(name, new Setting.Fixed(value, origin)));
          byId.put(id, new TechniqueChoice.On(settings, origin));
        });
    return TechniqueChoices.Listed.of(byId);
  }

  /**
   * Relative, so that the whole project can be moved; absolute where there is no way, as from drive
   * to drive.
   */
  private static String path(Path target, Path data) {
    try {
      Path folder = target.toAbsolutePath().resolveSibling("").toRealPath();
      Path file = data.toRealPath();
      boolean way = Objects.equals(file.getRoot(), folder.getRoot());
      Path seen = way ? folder.relativize(file) : file;
      return seen.toString().replace(seen.getFileSystem().getSeparator(), "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
