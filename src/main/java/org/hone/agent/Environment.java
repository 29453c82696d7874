package org.hone.agent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Metric;
import org.hone.config.Known;
import org.hone.config.StudyFile;
import org.hone.config.StudyFiles;
import org.hone.engine.metrics.Cost;
import org.hone.engine.metrics.Metrics;
import org.hone.search.pruner.Pruners;
import org.hone.search.sampler.Samplers;

/**
 * What a command, or a worker, finds around it.
 *
 * @param techniques those on the class path
 */
public record Environment(Techniques techniques) {
  private static final String BUILT_IN = "digits";

  /** With the techniques of the class path. */
  public static Environment discover() {
    return new Environment(Techniques.discover(Environment.class.getClassLoader()));
  }

  /** The named study file, or the built-in study. */
  public StudyFile study(Optional<Path> file, List<String> overrides) {
    StudyFiles files = new StudyFiles(known());
    return file.map(path -> files.load(path, overrides))
        .orElseGet(() -> files.example(BUILT_IN, overrides));
  }

  /** The study that another process wrote down with {@link StudyFile#text}. */
  public StudyFile study(String text) {
    return new StudyFiles(known()).read(text);
  }

  private Known known() {
    Set<String> metrics = Metrics.all().stream().map(Metric::id).collect(Collectors.toSet());
    return new Known(
        Set.copyOf(techniques.ids()),
        Set.copyOf(Samplers.known()),
        Set.copyOf(Pruners.known()),
        metrics,
        Arrays.stream(Cost.values()).map(Cost::id).collect(Collectors.toSet()));
  }
}
