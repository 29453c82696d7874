package org.hone.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code teacher}. */
final class TeacherReader {
  static final String NETWORK = "network";
  static final String BORN_AGAIN = "born-again";

  private static final List<String> KEYS =
      List.of(ModelFile.FILE, ModelFile.SHA_256, NETWORK, BORN_AGAIN);
  private static final List<String> SOURCES = List.of(ModelFile.FILE, NETWORK, BORN_AGAIN);

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
    if (given.get(0).equals(ModelFile.FILE)) {
      return new TeacherSettings.OfFile(ModelFile.read(teacher, study));
    }
    if (given.get(0).equals(NETWORK)) {
      return new TeacherSettings.OfNetwork(NetworkReader.read(teacher, data.form().kind(), study));
    }
    requireOneSplit(teacher.originOf(BORN_AGAIN), data);
    return new TeacherSettings.BornAgain(teacher.require(BORN_AGAIN, ValueType.atLeast(1)));
  }

  private static void requireOneSplit(Origin origin, DataSettings data) {
    if (data.parts().folds().isPresent()) {
      throw ConfigException.at(
          origin,
          "a trial of folds has several models, not one to learn from;"
              + " allowed: data.validation in the place of data.folds, or teacher.network");
    }
  }
}
