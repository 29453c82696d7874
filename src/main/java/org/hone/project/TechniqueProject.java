package org.hone.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.hone.agent.UserException;
import org.hone.api.technique.Techniques;

/**
 * A Maven project for a technique: a class to change, a services line, a test of the contract, and
 * Hone's artifacts in a repository of its own, so that it builds wherever it lies.
 *
 * @param id of the technique, kebab-case
 * @param packageName of its class
 */
public record TechniqueProject(String id, String packageName) {
  private static final String REPOSITORY = "repository";

  /** Names that the class would hide from itself. */
  private static final Set<String> TAKEN =
      Set.of(
          "Citation",
          "FloatDistribution",
          "GradientStage",
          "Object",
          "Override",
          "Parameter",
          "ParameterValues",
          "Recipe",
          "SearchSpace",
          "Slot",
          "String",
          "Task",
          "Technique",
          "TechniqueContract");

  public TechniqueProject {
    if (!Techniques.isKebabCase(id)) {
      throw new UserException(
          "'%s' is no id of a technique; allowed: lower-case words joined by hyphens, such as my-trick"
              .formatted(id));
    }
    if (!SourceVersion.isName(packageName)) {
      throw new UserException(
          "--package: '%s' is no name of a package; allowed: such as org.example.mytrick"
              .formatted(packageName));
    }
  }

  /** A project in this package, or in one named like the technique. */
  public static TechniqueProject of(String id, Optional<String> packageName) {
    return new TechniqueProject(id, packageName.orElseGet(() -> usualPackage(id)));
  }

  private static String usualPackage(String id) {
    String last = id.replace("-", "");
    return "org.example." + (SourceVersion.isKeyword(last) ? last + "technique" : last);
  }

  String className() {
    String name =
        Arrays.stream(id.split("-", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return TAKEN.contains(name) ? name + "Technique" : name;
  }

  /**
   * Writes it.
   *
   * @return the files, without those of the repository
   * @throws UserException if there is something in the folder already
   */
  public List<Path> write(Path folder) throws IOException {
    requireEmpty(folder);
    Repository repository = Installation.repository();
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> file : templates().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, filled(Installation.resource(file.getValue()), repository.version()));
      written.add(path);
    }
    repository.write(folder.resolve(REPOSITORY));
    return written;
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new UserException("%s: is no folder; nothing was written".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new UserException(
            "%s: is not empty, and nothing is overwritten; choose another folder with --directory"
                .formatted(folder));
      }
    }
  }

  /** The templates by the file that is made of each. */
  private Map<String, String> templates() {
    String path = packageName.replace('.', '/');
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("pom.xml", "template/pom.xml");
    templates.put("README.md", "template/README.md");
    templates.put(".mvn/maven.config", "template/maven.config");
    templates.put(".gitignore", "template/gitignore");
    templates.put(
        "src/main/java/%s/%s.java".formatted(path, className()), "template/Technique.java.txt");
    templates.put(
        "src/main/resources/META-INF/services/org.hone.api.technique.Technique",
        "template/services");
    templates.put(
        "src/test/java/%s/%sTest.java".formatted(path, className()),
        "template/TechniqueTest.java.txt");
    return templates;
  }

  private String filled(String template, String version) {
    return template
        .replace("@id@", id)
        .replace("@package@", packageName)
        .replace("@class@", className())
        .replace("@hone.version@", version);
  }
}
