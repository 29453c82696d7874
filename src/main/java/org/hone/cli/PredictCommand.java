package org.hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hone.agent.UserException;
import org.hone.engine.Predictor;
import org.hone.engine.data.RawRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hone predict}. */
@Command(
    name = "predict",
    header = "Scores rows with a model that was tuned.",
    description =
        "Prints CSV: the prediction for each row and, if it is a class, the probability of every"
            + " class. Raw rows are preprocessed as in training.",
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL", description = "A model.zip of hone tune.")
  private Path model;

  @Parameters(
      index = "1",
      paramLabel = "ROWS",
      description =
          "Rows as in the training data, with or without labels: a CSV file, or a folder or file of"
              + " the kind that the model learnt from.")
  private Path csv;

  @Mixin private final PluginOptions plugins = new PluginOptions();

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(model)) {
      throw new UserException("%s: no such model file".formatted(model));
    }
    plugins.enter(spec.commandLine().getErr());
    Predictor predictor = load();
    RawRows rows = predictor.read(csv);
    rows.warnings().forEach(line -> spec.commandLine().getErr().println("hone: " + line));
    new Predictions(predictor).print(rows, spec.commandLine().getOut());
    return 0;
  }

  private Predictor load() {
    try {
      return Predictor.load(model);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw new UserException(
          "%s: not a model that can be read (%s); one with parts of a plug-in needs its --plugins"
              .formatted(model, e.getMessage()));
    }
  }
}
