package org.hone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hone.agent.Environment;
import org.hone.agent.UserException;
import org.hone.project.TechniqueProject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hone new technique}. */
@Command(
    name = "technique",
    header = "Writes a Maven project for a technique of your own.",
    description =
        "A class, its services line, a test of the contract, a README, and Hone's artifacts to build"
            + " with: mvn verify works at once.",
    mixinStandardHelpOptions = true)
final class NewTechniqueCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "The technique's id, such as my-trick.")
  private String id = "";

  @Option(
      names = "--directory",
      paramLabel = "FOLDER",
      description = "Where to write; must be empty or not be there. Default: a folder named ID.")
  private Optional<Path> directory = Optional.empty();

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The package of its class. Default: org.example and the id.")
  private Optional<String> packageName = Optional.empty();

  @Override
  public Integer call() throws IOException {
    TechniqueProject project = TechniqueProject.of(id, packageName);
    if (Environment.discover().techniques().ids().contains(id)) {
      throw new UserException(
          "'%s' is the id of a technique of Hone's; choose another".formatted(id));
    }
    Path folder = directory.orElseGet(() -> Path.of(id));
    List<Path> written = project.write(folder);
    PrintWriter out = spec.commandLine().getOut();
    written.forEach(out::println);
    out.println();
    out.println("next: cd " + folder);
    out.println("      mvn verify");
    out.println("      hone check target/%s.jar".formatted(id));
    out.println("      hone tune --plugins target/%s.jar".formatted(id));
    return 0;
  }
}
