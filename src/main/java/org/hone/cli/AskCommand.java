package org.hone.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hone.agent.UserException;
import org.hone.config.SpaceFile;
import org.hone.search.storage.Storage;
import org.hone.search.study.Study;
import org.hone.search.study.StudyBuilder;
import org.hone.worker.program.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hone ask}. */
@Command(
    name = "ask",
    header = "Begins a trial and prints its parameters as one line of JSON.",
    description = "What came of it is told with 'hone tell'.",
    mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private StudyOptions options = new StudyOptions();

  @Mixin private StrategyOptions strategy = new StrategyOptions();

  @Option(
      names = "--space",
      paramLabel = "FILE",
      description = "Create the study with this space file, if it is not there yet.")
  private Optional<Path> space = Optional.empty();

  @Override
  public Integer call() {
    Order order = space.isPresent() ? create(space.get()) : options.with(this::ask);
    spec.commandLine().getOut().println(order.json());
    return 0;
  }

  private Order create(Path path) {
    SpaceFile file = SpaceFile.read(path);
    String name = options.name().orElseGet(() -> SpaceFile.studyName(path));
    StudyBuilder builder =
        Asked.of(() -> strategy.apply(Study.builder(name), name, file))
            .directions(file.directions())
            .space(file.space());
    try (Storage home = options.address().open()) {
      return order(Asked.of(builder.storage(home)::openOrCreate));
    }
  }

  private Order ask(Storage home) {
    Study known = options.open(home);
    if (known.definition().space().isEmpty()) {
      throw new UserException(
          "study '%s' has no space to ask from: its trials declare parameters as they run"
              .formatted(known.definition().name()));
    }
    StudyBuilder builder =
        strategy.apply(Study.builder(known.definition().name()), known.definition());
    return order(builder.storage(home).open());
  }

  private Order order(Study study) {
    return Order.of(Asked.of(study::ask), strategy.seed());
  }
}
