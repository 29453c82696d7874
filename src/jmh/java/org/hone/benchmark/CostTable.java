package org.hone.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The costs of techniques on several networks, each measured by a run of its own. */
final class CostTable {
  private final Map<CostCase, Map<String, Cost>> costs = new EnumMap<>(CostCase.class);

  private CostTable() {}

  /** Keeps the costs on one network until all are there. */
  static void keep(Path folder, CostCase network, List<Cost> costs) throws IOException {
    Files.createDirectories(folder);
    Files.write(file(folder, network), costs.stream().map(Cost::line).toList());
  }

  /** Those that were kept. */
  static CostTable kept(Path folder) throws IOException {
    CostTable table = new CostTable();
    for (CostCase network : CostCase.values()) {
      if (Files.exists(file(folder, network))) {
        table.costs.put(
            network,
            Files.readAllLines(file(folder, network)).stream()
                .map(Cost::read)
                .collect(Collectors.toMap(Cost::id, cost -> cost)));
      }
    }
    return table;
  }

  private static Path file(Path folder, CostCase network) {
    return folder.resolve("technique-cost-" + network.name().toLowerCase(Locale.ROOT));
  }

  /**
   * The table as text.
   *
   * @param ids the techniques, in this order
   */
  List<String> lines(List<String> ids) {
    List<String> lines = new ArrayList<>();
    lines.add("Time per step with each technique relative to without it, " + LocalDate.now());
    lines.add("");
    lines.addAll(Machine.here().lines());
    lines.add("");
    costs.forEach(
        (network, all) ->
            lines.add(
                "%-10s %s; %.0f us per step without"
                    .formatted(
                        network.name(),
                        network.description(),
                        all.values().stream()
                            .mapToDouble(Cost::micros)
                            .filter(micros -> micros > 0)
                            .average()
                            .orElse(Double.NaN))));
    lines.add("");
    StringBuilder head = new StringBuilder("%-26s".formatted("technique"));
    costs.keySet().forEach(network -> head.append("%-20s".formatted(network.name())));
    lines.add(head.toString().strip());
    rows(ids).forEach(id -> lines.add(row(id)));
    return lines;
  }

  private Set<String> rows(List<String> ids) {
    Set<String> rows = new LinkedHashSet<>(List.of(TechniqueCost.NOTHING));
    rows.addAll(ids);
    rows.removeIf(id -> costs.values().stream().noneMatch(all -> all.containsKey(id)));
    return rows;
  }

  private String row(String id) {
    StringBuilder row = new StringBuilder("%-26s".formatted(id));
    for (Map<String, Cost> all : costs.values()) {
      Cost cost = all.get(id);
      row.append("%-20s".formatted(cost == null ? "-" : cost.figure()));
    }
    return row.toString().stripTrailing();
  }
}
