package org.hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Small tables with a study file each, whose trainings take a moment.
 *
 * @param folder where they lie
 */
record Tables(Path folder) {

  /** Sixty flowers of three kinds, told apart by their size; colours tell nothing. */
  static List<String> flowers() {
    String[] kinds = {"aster", "daisy", "tulip"};
    String[] colours = {"red", "white"};
    List<String> lines = new ArrayList<>(List.of("length,width,colour,kind"));
    for (int i = 0; i < 60; i++) {
      int kind = i % 3;
      lines.add(
          "%d.%d,%d.%d,%s,%s"
              .formatted(2 * kind + 1, i % 10, 7 - 2 * kind, i % 7, colours[i % 2], kinds[kind]));
    }
    return lines;
  }

  /** Sixty prices that follow from the area. */
  static List<String> houses() {
    return IntStream.range(0, 60)
        .mapToObj(i -> "%d,%d,%d".formatted(50 + i, i % 4, 1000 * (50 + i) + 37 * (i % 5)))
        .collect(Collectors.toCollection(() -> new ArrayList<>(List.of("area,rooms,price"))));
  }

  /** Writes a table and returns the study file beside it. */
  String study(String label, List<String> lines) throws IOException {
    Files.write(folder.resolve("table.csv"), lines);
    return study("data: {file: table.csv, label: %s}".formatted(label));
  }

  /** Writes a study file with this section on data. */
  String study(String data) throws IOException {
    String text =
        """
        study: {name: small, trials: 3}
        %s
        network: {mlp: [4]}
        training: {epochs: 2, batch-size: 8, learning-rate: 0.05}
        techniques: {dropout: search, weight-decay: search}
        confirmation: {seeds: 2}
        output: '%s'
        """
            .formatted(data, output());
    return Files.writeString(folder.resolve("small.yaml"), text).toString();
  }

  Path output() {
    return folder.resolve("out");
  }

  Path model() {
    return output().resolve("best").resolve("model.zip");
  }
}
