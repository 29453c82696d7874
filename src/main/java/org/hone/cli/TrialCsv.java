package org.hone.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hone.search.space.Parameter;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.worker.program.JsonLine;

/** All trials of a study as CSV, with the columns that Optuna's data frames have. */
final class TrialCsv {
  private final StudySnapshot study;
  private final int objectives;
  private final Set<String> parameters;
  private final Set<String> constraints;
  private final Set<String> attributes;

  private TrialCsv(StudySnapshot study) {
    this.study = study;
    this.objectives = study.definition().directions().size();
    this.parameters = new LinkedHashSet<>();
    study
        .definition()
        .space()
        .ifPresent(
            space -> space.parameters().stream().map(Parameter::name).forEach(parameters::add));
    parameters.addAll(names(trial -> trial.parameters().external()));
    this.constraints = names(TrialRecord::constraints);
    this.attributes = names(TrialRecord::userAttributes);
  }

  private Set<String> names(Function<TrialRecord, Map<String, ?>> map) {
    Set<String> names = new LinkedHashSet<>();
    study.trials().forEach(trial -> names.addAll(map.apply(trial).keySet()));
    return names;
  }

  /** Writes a heading and a line per trial. */
  static void write(StudySnapshot study, Writer to) throws IOException {
    TrialCsv table = new TrialCsv(study);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
    csv.writeRecord(table.heading());
    for (TrialRecord trial : study.trials()) {
      csv.writeRecord(table.cells(trial));
    }
    csv.flush();
  }

  private List<String> heading() {
    List<String> heading = new ArrayList<>(List.of("number"));
    for (int i = 0; i < objectives; i++) {
      heading.add(objectives == 1 ? "value" : "values_" + i);
    }
    heading.addAll(List.of("datetime_start", "datetime_complete", "duration"));
    parameters.forEach(name -> heading.add("params_" + name));
    constraints.forEach(name -> heading.add("constraints_" + name));
    attributes.forEach(name -> heading.add("user_attrs_" + name));
    heading.addAll(List.of("state", "reason"));
    return heading;
  }

  private List<String> cells(TrialRecord trial) {
    List<String> cells = new ArrayList<>(List.of(String.valueOf(trial.number())));
    for (int i = 0; i < objectives; i++) {
      cells.add(i < trial.values().size() ? String.valueOf(trial.values().get(i)) : "");
    }
    cells.add(trial.started().map(String::valueOf).orElse(""));
    cells.add(trial.completed().map(String::valueOf).orElse(""));
    cells.add(trial.duration().map(took -> String.valueOf(took.toMillis() / 1e3)).orElse(""));
    add(parameters, trial.parameters().external(), cells);
    add(constraints, trial.constraints(), cells);
    add(attributes, trial.userAttributes(), cells);
    cells.add(trial.state().name());
    cells.add(trial.reason().orElse(""));
    return cells;
  }

  private static void add(Set<String> names, Map<String, ?> values, List<String> cells) {
    for (String name : names) {
      Object value = values.get(name);
      cells.add(value == null ? "" : cell(value));
    }
  }

  private static String cell(Object value) {
    boolean nested = value instanceof Map || value instanceof List;
    return nested ? JsonLine.write(value) : String.valueOf(value);
  }
}
