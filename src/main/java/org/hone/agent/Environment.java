package org.hone.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Metric;
import org.hone.api.training.TrainingEngine;
import org.hone.config.Known;
import org.hone.config.StudyFile;
import org.hone.config.StudyFiles;
import org.hone.engine.metrics.Cost;
import org.hone.engine.metrics.Metrics;
import org.hone.extension.House;
import org.hone.extension.LeftOut;
import org.hone.extension.PluginFile;
import org.hone.extension.Plugins;
import org.hone.search.pruner.Pruners;
import org.hone.search.sampler.Samplers;

/** What a command, or a worker, finds around it: Hone's techniques, and the user's plug-ins. */
public record Environment(Plugins plugins) {
  private static final String BUILT_IN = "digits";
  private static final String CLASS_PATH = "HONE_CLASSPATH";

  /** With these techniques alone. */
  public Environment(Techniques techniques) {
    this(Plugins.none(techniques));
  }

  /** With the techniques of the house alone. */
  public static Environment discover() {
    return with(List.of());
  }

  /** With plug-ins; the broken ones are left out. */
  public static Environment with(List<PluginFile> plugins) {
    House house = house();
    Plugins loaded = Plugins.load(house.techniques(), plugins);
    boolean asked = !Objects.requireNonNullElse(System.getenv(CLASS_PATH), "").isBlank();
    return new Environment(asked ? loaded.alsoLeftOut(strangers(house)) : loaded);
  }

  private static House house() {
    return House.of(Environment.class.getClassLoader());
  }

  private static List<LeftOut> strangers(House house) {
    return house.strangers().stream()
        .map(
            name ->
                new LeftOut(
                    Path.of(CLASS_PATH),
                    "%s is not looked for there; name its jar with --plugins".formatted(name)))
        .toList();
  }

  /**
   * For a study: with the plug-ins that it names, and more.
   *
   * @param file the study file; empty for the built-in study
   * @param overrides of its keys
   */
  public static Environment around(
      Optional<Path> file, List<String> overrides, List<PluginFile> more) {
    List<PluginFile> plugins = new ArrayList<>(StudyFiles.plugins(path(file), overrides));
    plugins.addAll(more);
    return with(plugins);
  }

  /**
   * For the study that another process wrote down with {@link StudyFile#text}.
   *
   * @throws UserException if any of its plug-ins is not what that process had
   */
  public static Environment around(String text) {
    Plugins plugins = Plugins.load(house().techniques(), StudyFiles.plugins(text));
    if (!plugins.leftOut().isEmpty()) {
      throw new UserException(
          plugins.leftOut().stream().map(LeftOut::toString).collect(Collectors.joining("; ")));
    }
    return new Environment(plugins);
  }

  private static Path path(Optional<Path> file) {
    return file.orElseGet(() -> StudyFiles.exampleFile(BUILT_IN));
  }

  /**
   * Makes the plug-ins' classes known to this thread and those it starts: Deeplearning4j looks for
   * the parts of a saved network by their names.
   */
  public void enter() {
    if (!plugins.jars().isEmpty()) {
      Thread.currentThread().setContextClassLoader(plugins.classLoader());
    }
  }

  /** All that can be used, in the order of application. */
  public Techniques techniques() {
    return plugins.techniques();
  }

  /** Plug-ins that are broken. */
  public List<LeftOut> leftOut() {
    return plugins.leftOut();
  }

  /** The named study file, or the built-in study; its plug-ins are those that are here. */
  public StudyFile study(Optional<Path> file, List<String> overrides) {
    return new StudyFiles(known()).load(path(file), overrides).withPlugins(plugins.files());
  }

  /**
   * What is to be done for a study.
   *
   * @param file the study file; empty for the built-in study
   * @param overrides of its keys
   * @throws RuntimeException with a message for the user if file, data and techniques do not fit
   *     together
   */
  public TuningPlan plan(Optional<Path> file, List<String> overrides, TrainingEngine engine) {
    return StudyFiles.placing(
        path(file), overrides, () -> TuningPlan.of(study(file, overrides), engine, techniques()));
  }

  /** The study that another process wrote down with {@link StudyFile#text}. */
  public StudyFile study(String text) {
    return new StudyFiles(known()).read(text);
  }

  private Known known() {
    Set<String> metrics = Metrics.all().stream().map(Metric::id).collect(Collectors.toSet());
    return new Known(
        Set.copyOf(techniques().ids()),
        Set.copyOf(Samplers.known()),
        Set.copyOf(Pruners.known()),
        metrics,
        Arrays.stream(Cost.values()).map(Cost::id).collect(Collectors.toSet()),
        leftOut().stream().map(LeftOut::toString).toList());
  }
}
