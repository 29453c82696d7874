package org.hone.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The results of a day as text: the machine, the figures beside their targets, the references. */
record ResultFile(LocalDate day, Machine machine, List<Result> results) {

  /**
   * Writes {@code DAY.txt}, over an earlier one of that day.
   *
   * @return the file
   */
  Path write(Path folder) throws IOException {
    return Files.write(Files.createDirectories(folder).resolve(day + ".txt"), lines());
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Hone's tuner, measured on " + day);
    lines.add("");
    lines.addAll(machine.lines());
    lines.add("");
    lines.add("%-18s %12s %14s".formatted("figure", "median", "target"));
    results.forEach(result -> lines.add(result.line()));
    lines.add("");
    for (Result result : results) {
      lines.add(result.figure().name());
      lines.add("  " + result.figure().what());
      lines.add("  reference: " + result.figure().reference());
    }
    return lines;
  }
}
