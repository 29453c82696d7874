package org.hone.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hone.api.recipe.Inputs;
import org.hone.engine.data.Preprocessing;
import org.hone.engine.data.RawRows;
import org.hone.engine.training.SavedModel;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a model makes of rows, as CSV. Stands apart so that no other command loads arrays. */
record Predictions(SavedModel model, Preprocessing preprocessing) {

  void print(RawRows rows, PrintWriter out) throws IOException {
    Inputs inputs = preprocessing.inputs(preprocessing.encode(rows));
    print(preprocessing.predictions(model.predict(inputs)), rows.names(), out);
  }

  private void print(INDArray predictions, List<String> names, PrintWriter out) throws IOException {
    List<String> classes = preprocessing.classes();
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    List<String> header = new ArrayList<>(names.isEmpty() ? List.of() : List.of("row"));
    header.add(preprocessing.label());
    classes.forEach(name -> header.add("p(%s)".formatted(name)));
    writer.writeRecord(header);
    for (int row = 0; row < predictions.size(0); row++) {
      List<String> cells = new ArrayList<>(names.isEmpty() ? List.of() : List.of(names.get(row)));
      cells.addAll(cells(predictions.getRow(row), classes));
      writer.writeRecord(cells);
    }
    writer.flush();
  }

  private static List<String> cells(INDArray prediction, List<String> classes) {
    if (classes.isEmpty()) {
      return List.of(String.valueOf(prediction.getFloat(0)));
    }
    List<String> cells = new ArrayList<>(List.of(classes.get(prediction.argMax().getInt(0))));
    for (int i = 0; i < classes.size(); i++) {
      cells.add(String.format(Locale.ROOT, "%.6f", prediction.getDouble(i)));
    }
    return cells;
  }
}
