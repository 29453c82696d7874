package org.hone.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hone.agent.Environment;
import org.hone.agent.UserException;
import org.hone.api.technique.TechniqueChecker;
import org.hone.engine.Dl4jEngine;
import org.hone.extension.LeftOut;
import org.hone.extension.PluginFile;
import org.hone.extension.PluginJar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hone check}. */
@Command(
    name = "check",
    header = "Says whether the techniques in a jar keep their contract.",
    description =
        "Loads the jar as hone tune --plugins does, and tries each of its techniques on small tables,"
            + " images, sequences and texts. Exit code 0: all holds; 1: something does not; 2: there is"
            + " no such jar.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final int DOES_NOT_HOLD = 1;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "JAR",
      description = "A jar of techniques, or a folder of such jars.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new UserException("%s: no such jar".formatted(file));
      }
    }
    return ExitWatch.over(this::check, spec.commandLine().getErr(), DOES_NOT_HOLD);
  }

  private int check() {
    Environment environment = Environment.with(files.stream().map(PluginFile::of).toList());
    TechniqueChecker checker = new TechniqueChecker(new Dl4jEngine());
    List<CheckedJar> checked = new ArrayList<>();
    for (PluginJar jar : environment.plugins().jars()) {
      CheckedJar one = check(jar, checker);
      checked.add(one);
      if (!json) {
        one.lines().forEach(out()::println);
        out().println();
      }
    }
    List<LeftOut> broken = environment.leftOut();
    boolean holds = broken.isEmpty() && checked.stream().allMatch(CheckedJar::holds);
    if (json) {
      out().println(JsonText.of(json(checked, broken, holds)));
    } else {
      broken.forEach(one -> out().println("FAILS  " + one));
    }
    return holds ? 0 : DOES_NOT_HOLD;
  }

  private static CheckedJar check(PluginJar jar, TechniqueChecker checker) {
    return new CheckedJar(
        jar,
        jar.techniques().stream()
            .map(one -> new CheckedJar.Checked(one, checker.check(one)))
            .toList());
  }

  private static Map<String, Object> json(
      List<CheckedJar> checked, List<LeftOut> broken, boolean holds) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("holds", holds);
    facts.put("jars", checked.stream().map(CheckedJar::json).toList());
    facts.put(
        "broken",
        broken.stream()
            .map(one -> Map.of("file", one.file().toString(), "reason", one.reason()))
            .toList());
    return facts;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
