package org.hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hone.agent.UserException;
import org.hone.engine.data.Preprocessing;
import org.hone.engine.data.RawRows;
import org.hone.engine.training.SavedModel;
import picocli.CommandLine.Command;
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

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(model)) {
      throw new UserException("%s: no such model file".formatted(model));
    }
    SavedModel saved = load();
    Preprocessing preprocessing = preprocessing(saved);
    RawRows rows = preprocessing.readForPrediction(csv);
    rows.warnings().forEach(line -> spec.commandLine().getErr().println("hone: " + line));
    new Predictions(saved, preprocessing).print(rows, spec.commandLine().getOut());
    return 0;
  }

  private SavedModel load() {
    try {
      return SavedModel.load(model);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private Preprocessing preprocessing(SavedModel saved) {
    try {
      return Preprocessing.fromJson(saved.preprocessing());
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private UserException unreadable(RuntimeException reason) {
    return new UserException(
        "%s: not a model that can be read (%s)".formatted(model, reason.getMessage()));
  }
}
