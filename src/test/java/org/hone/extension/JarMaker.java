package org.hone.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a jar of techniques. */
public final class JarMaker {
  private static final String SERVICES = "META-INF/services/org.hone.api.technique.Technique";

  private final Path folder;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> services = new ArrayList<>();
  private final List<String> withheld = new ArrayList<>();
  private String version = "";

  /** Jars in this folder. */
  public JarMaker(Path folder) {
    this.folder = folder;
  }

  /** With a class. */
  public JarMaker with(String name, String code) {
    sources.put(name, code);
    return this;
  }

  /** With a class that is compiled, but does not come into the jar. */
  public JarMaker without(String name, String code) {
    withheld.add(name);
    return with(name, code);
  }

  /** With a line that names a class, which may not be there. */
  public JarMaker serving(String line) {
    services.add(line);
    return this;
  }

  public JarMaker versioned(String text) {
    version = text;
    return this;
  }

  /** With a technique that does nothing; {@code members} are more of its methods. */
  public JarMaker technique(String type, String id, String members) {
    return with(type, code(type, id, members)).serving(type);
  }

  /** A class without a package. */
  static String code(String type, String id, String members) {
    String summary =
        members.contains("String summary()")
            ? ""
            : "  public String summary() { return \"Does nothing at all.\"; }\n";
    String parameters =
        members.contains("parameters(Task")
            ? ""
            : "  public SearchSpace parameters(Task task) { return SearchSpace.empty(); }\n";
    String apply =
        members.contains("apply(Recipe")
            ? ""
            : "  public Recipe apply(Recipe recipe, ParameterValues values) { return recipe; }\n";
    return """
        import org.hone.api.recipe.Recipe;
        import org.hone.api.technique.*;
        import org.hone.api.training.Task;
        import org.hone.search.space.*;

        public class %s implements Technique {
          public String id() { return %s; }
          public Slot slot() { return Slot.GRADIENT; }
          public Citation source() {
            return new Citation("Nobody", "On Nothing", 2020, "https://example.org/nothing");
          }
        %s%s%s%s
        }
        """
        .formatted(
            type, id.equals("null") ? id : '"' + id + '"', summary, parameters, apply, members);
  }

  /** Writes it. */
  public Path write(String name) {
    try {
      Path work = Files.createTempDirectory(folder, "work");
      Path classes = Files.createDirectory(work.resolve("classes"));
      if (!sources.isEmpty()) {
        compile(work, classes);
      }
      for (String type : withheld) {
        Files.delete(classes.resolve(type.replace('.', '/') + ".class"));
      }
      Path jar = folder.resolve(name);
      Files.createDirectories(jar.getParent());
      pack(classes, jar);
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path work, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    StringWriter said = new StringWriter();
    boolean done =
        compiler
            .getTask(
                said,
                null,
                null,
                arguments.subList(0, 5),
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjectsFromStrings(arguments.subList(5, arguments.size())))
            .call();
    assertThat(done).as(said.toString()).isTrue();
  }

  private void pack(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!version.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
      }
      if (!services.isEmpty()) {
        out.putNextEntry(new JarEntry(SERVICES));
        out.write(String.join("\n", services).getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
