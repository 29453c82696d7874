package org.hone.config;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Turns the sections of a study file into records; here stand the keys and their defaults. */
final class StudyReader {
  static final List<String> KEYS =
      List.of(
          "study",
          "data",
          "network",
          "teacher",
          "training",
          "objective",
          "objectives",
          "plugins",
          "techniques",
          "confirmation",
          "output");

  private static final String NO_PRUNER = "nop";

  private final Known known;
  private final Path file;

  /**
   * For one file.
   *
   * @param file where relative names start, and which gives the study its name
   */
  StudyReader(Known known, Path file) {
    this.known = known;
    this.file = file;
  }

  /** The study. */
  StudyFile read(Section root) {
    root.asSection(KEYS);
    List<String> objectives = new ObjectivesReader(known).read(root);
    StudySettings study = study(root, objectives.size() > 1);
    DataSettings data = DataReader.read(root, file);
    return new StudyFile(
        study,
        data,
        NetworkReader.read(root, data.form().kind(), file),
        TeacherReader.read(root, data, file),
        training(root),
        objectives,
        PluginsReader.read(root, file),
        new TechniquesReader(known).read(root.find("techniques")),
        confirmationSeeds(root),
        root.get("output", ValueType.path(), Path.of("runs", study.name())));
  }

  private StudySettings study(Section root, boolean severalObjectives) {
    Section study =
        root.section(
            "study",
            List.of("name", "trials", "timeout", "trial-timeout", "seed", "sampler", "pruner"));
    return new StudySettings(
        study.get("name", StudyName.TYPE, StudyName.ofFile(file)),
        study.get("trials", ValueType.atLeast(1), 30),
        study.find("timeout", TimeSpan.TYPE),
        study.get("trial-timeout", TimeSpan.TYPE, StudySettings.USUAL_TRIAL_TIMEOUT),
        study.get("seed", ValueType.anyLong(), 1L),
        study.get("sampler", oneOf("a known sampler", known.samplers()), "auto"),
        pruner(study, severalObjectives));
  }

  private static TrainingSettings training(Section root) {
    Section training = root.section("training", List.of("epochs", "batch-size", "learning-rate"));
    return new TrainingSettings(
        training.get("epochs", ValueType.atLeast(1), 30),
        training.get("batch-size", ValueType.atLeast(1), 32),
        training.get("learning-rate", ValueType.real("more than 0", rate -> rate > 0), 0.001));
  }

  /** A trial that is behind in one objective may be ahead in another: of several none is pruned. */
  private String pruner(Section study, boolean severalObjectives) {
    Optional<String> named = study.find("pruner", oneOf("a known pruner", known.pruners()));
    if (severalObjectives && named.filter(one -> !one.equals(NO_PRUNER)).isPresent()) {
      throw ConfigException.at(
          study.originOf("pruner"),
          "'%s' judges by one objective, but there are several; allowed: %s"
              .formatted(named.get(), NO_PRUNER));
    }
    return named.orElse(severalObjectives ? NO_PRUNER : "performance-curve");
  }

  private static int confirmationSeeds(Section root) {
    return root.section("confirmation", List.of("seeds")).get("seeds", ValueType.atLeast(1), 3);
  }

  static ValueType<String> oneOf(String noun, Collection<String> words) {
    return ValueType.oneOf(
        noun, words.stream().collect(toMap(identity(), identity(), (a, b) -> a, TreeMap::new)));
  }
}
