package org.hone.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hone.api.training.Goal;
import org.hone.engine.Prediction;
import org.hone.engine.Predictor;
import org.hone.engine.data.RawRows;

/** What a model makes of rows, as CSV. Stands apart so that no other command loads arrays. */
record Predictions(Predictor predictor) {

  void print(RawRows rows, PrintWriter out) throws IOException {
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    List<String> names = rows.names();
    List<String> header = new ArrayList<>(names.isEmpty() ? List.of() : List.of("row"));
    header.addAll(header());
    writer.writeRecord(header);
    List<Prediction> predictions = predictor.predict(rows);
    for (int row = 0; row < predictions.size(); row++) {
      List<String> cells = new ArrayList<>(names.isEmpty() ? List.of() : List.of(names.get(row)));
      cells.addAll(cells(predictions.get(row)));
      writer.writeRecord(cells);
    }
    writer.flush();
  }

  private List<String> header() {
    if (predictor.goal() == Goal.REGRESSION) {
      return predictor.labels();
    }
    List<String> header = new ArrayList<>(List.of(String.join(";", predictor.labels())));
    predictor.classes().forEach(name -> header.add("p(%s)".formatted(name)));
    return header;
  }

  private static List<String> cells(Prediction prediction) {
    List<String> cells = new ArrayList<>(prediction.label().stream().toList());
    for (double value : prediction.values().values()) {
      cells.add(
          prediction.label().isPresent()
              ? String.format(Locale.ROOT, "%.6f", value)
              : String.valueOf((float) value));
    }
    return cells;
  }
}
