package org.hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.StudySnapshot;
import org.hone.worker.program.fake.Talker;

/**
 * Small searches of a test program, kept in a file.
 *
 * @param folder where everything lies
 */
record Searches(Path folder) {
  static final String ONE = "params: [{name: x, type: float, low: 0, high: 1}]\n";
  static final String TWO = ONE + "directions: [minimize, maximize]\n";

  String space(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  Path log() {
    return folder.resolve("log");
  }

  String storage() {
    return folder.resolve("studies.db").toString();
  }

  /** {@code hone optimize} of x with these options. */
  Cli optimize(List<String> rules, String... options) throws Exception {
    return Cli.hone(command(ONE, rules, options));
  }

  List<String> command(String space, List<String> rules, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("optimize", "--space"));
    command.add(space("line.yaml", space));
    command.add("--exec");
    command.add(Talker.command(log(), rules.toArray(String[]::new)));
    command.addAll(List.of(options));
    return command;
  }

  StudySnapshot stored(String study) {
    try (Storage storage = JdbcStorage.open(Path.of(storage()))) {
      return storage.snapshot(storage.findStudy(study).orElseThrow());
    }
  }
}
