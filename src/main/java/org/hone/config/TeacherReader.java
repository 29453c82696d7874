package org.hone.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code teacher}. */
final class TeacherReader {
  static final String FILES = "files";
  static final String NETWORK = "network";
  static final String BORN_AGAIN = "born-again";

  private static final List<String> KEYS =
      List.of(ModelFile.FILE, ModelFile.SHA_256, FILES, NETWORK, BORN_AGAIN);
  private static final List<String> SOURCES = List.of(ModelFile.FILE, FILES, NETWORK, BORN_AGAIN);

  private TeacherReader() {}

  /** What the section says; empty if there is none. */
  static Optional<TeacherSettings> read(Section root, DataSettings data, Path study) {
    return root.find("teacher").map(node -> teacher(node.asSection(KEYS), data, study));
  }

  private static TeacherSettings teacher(Section teacher, DataSettings data, Path study) {
    List<String> given = SOURCES.stream().filter(key -> teacher.find(key).isPresent()).toList();
    if (given.size() != 1) {
      throw ConfigException.at(
          teacher.origin(),
          "%s; allowed: exactly one of %s"
              .formatted(
                  given.isEmpty() ? "says nothing" : "says " + String.join(" and ", given),
                  String.join(", ", SOURCES)));
    }
    return switch (given.get(0)) {
      case ModelFile.FILE -> new TeacherSettings.OfFiles(List.of(ModelFile.read(teacher, study)));
      case FILES -> byFold(teacher, data, study);
      case NETWORK ->
          new TeacherSettings.OfNetwork(NetworkReader.read(teacher, data.form().kind(), study));
      default -> new TeacherSettings.BornAgain(teacher.require(BORN_AGAIN, ValueType.atLeast(1)));
    };
  }

  private static TeacherSettings byFold(Section teacher, DataSettings data, Path study) {
    List<Node> files = teacher.find(FILES).map(Node::items).orElse(List.of());
    int folds = data.parts().folds().orElse(1);
    if (folds == 1 || files.size() != folds) {
      throw ConfigException.at(
          teacher.originOf(FILES),
          "are %d, a model for each fold, and %s; allowed: %s"
              .formatted(
                  files.size(),
                  folds == 1 ? "there is no data.folds" : "data.folds is " + folds,
                  folds == 1 ? "teacher.file" : folds + " files, or teacher.file for all folds"));
    }
    return new TeacherSettings.OfFiles(
        files.stream().map(file -> ModelFile.read(file, study)).toList());
  }
}
