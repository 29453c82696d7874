package org.hone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hone.agent.Environment;
import org.hone.agent.TaskSource;
import org.hone.agent.UserException;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.config.StudyFile;
import org.hone.engine.Dl4jEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hone techniques}. */
@Command(
    name = "techniques",
    header = "Lists the techniques with their strengths and sources.",
    mixinStandardHelpOptions = true)
final class TechniquesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "STUDY",
      description = "A study file whose task is asked for; default: any task.")
  private Optional<Path> study = Optional.empty();

  @Option(
      names = "--task",
      paramLabel = "KIND",
      description = "Only those for rows of this kind: table, image, sequence or text.")
  private Optional<String> kind = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--markdown",
      paramLabel = "FOLDER",
      description = "Write the documents' pages of all techniques there instead.")
  private Optional<Path> markdown = Optional.empty();

  @Mixin private final PluginOptions plugins = new PluginOptions();

  @Override
  public Integer call() throws IOException {
    List<TechniqueFacts> all = facts();
    if (markdown.isPresent()) {
      new TechniquePages(all).write(markdown.get());
    } else if (json) {
      out()
          .println(
              JsonText.of(Map.of("techniques", all.stream().map(TechniqueFacts::json).toList())));
    } else {
      for (TechniqueFacts one : all) {
        new TechniqueText(one).lines().forEach(out()::println);
        out().println();
      }
    }
    return 0;
  }

  private List<TechniqueFacts> facts() {
    Dl4jEngine engine = new Dl4jEngine();
    SampleTasks samples = new SampleTasks(engine);
    if (study.isPresent()) {
      requireAlone();
      return ofStudy(engine, samples);
    }
    Optional<InputShape.Kind> wanted = kind.map(TechniquesCommand::kind);
    List<TechniqueFacts> all =
        plugins.open(err()).techniques().all().stream()
            .map(one -> TechniqueFacts.of(one, asked(samples.of(one), wanted), samples.of(one)))
            .toList();
    return wanted.isEmpty() ? all : all.stream().filter(TechniqueFacts::applies).toList();
  }

  private void requireAlone() {
    if (kind.isPresent() || markdown.isPresent()) {
      throw new UserException(
          "a study has a task of its own; allowed: one of STUDY, --task and --markdown");
    }
  }

  /** All of them, so that one sees which are not for the study. */
  private List<TechniqueFacts> ofStudy(Dl4jEngine engine, SampleTasks samples) {
    Environment environment = plugins.open(study, List.of(), err());
    StudyFile file = environment.study(study, List.of());
    TaskSource source = new TaskSource(file, engine);
    Task task = source.task(source.split(file.study().seed()), false);
    return environment.techniques().all().stream()
        .map(one -> TechniqueFacts.of(one, List.of(task), samples.of(one)))
        .toList();
  }

  private static List<Task> asked(List<Task> every, Optional<InputShape.Kind> wanted) {
    return every.stream()
        .filter(task -> wanted.isEmpty() || task.input().kind() == wanted.get())
        .toList();
  }

  private static InputShape.Kind kind(String word) {
    return Arrays.stream(InputShape.Kind.values())
        .filter(kind -> TechniqueFacts.word(kind).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "--task: '%s' is no kind of rows; allowed: %s"
                        .formatted(
                            word,
                            Arrays.stream(InputShape.Kind.values())
                                .map(TechniqueFacts::word)
                                .collect(Collectors.joining(", ")))));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
