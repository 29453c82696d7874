package org.hone.reports.section;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.reports.analysis.Cost;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Making;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Facts.Fact;
import org.hone.reports.section.Table.Column;
import org.hone.reports.section.Table.Row;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialDetails;

/** What it takes to make all this again: versions, seeds, hashes, budget, commands. */
final class MakingSection implements Section {
  @Override
  public String id() {
    return "making";
  }

  @Override
  public String title() {
    return "How this was made";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    List<Provenance> provenances = provenances(evidence);
    List<Block> blocks = new ArrayList<>();
    blocks.add(Facts.of(facts(evidence, provenances)));
    named("Plugins", "technique", "version", merged(provenances, Provenance::plugins))
        .ifPresent(blocks::add);
    named("What went in", "artifact", "sha-256", merged(provenances, Provenance::artifacts))
        .ifPresent(blocks::add);
    List<String> commands = evidence.context().making().commands();
    if (!commands.isEmpty()) {
      blocks.add(new Code(String.join("\n", commands), "sh"));
    }
    return blocks;
  }

  private static List<Provenance> provenances(Evidence evidence) {
    return Stream.concat(Stream.of(evidence.search()), evidence.confirmation().stream())
        .flatMap(study -> study.details().values().stream())
        .map(TrialDetails::provenance)
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Fact> facts(Evidence evidence, List<Provenance> provenances) {
    Making making = evidence.context().making();
    Cost cost = Cost.of(evidence);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Hone", making.honeVersion()));
    facts.add(Fact.of("Generated", making.generated().truncatedTo(ChronoUnit.SECONDS).toString()));
    facts.add(Fact.of("Study", evidence.search().snapshot().definition().name()));
    facts.add(Fact.of("Budget", making.budget()));
    making.seed().ifPresent(seed -> facts.add(Fact.of("Seed", String.valueOf(seed))));
    distinct("Engine", provenances, Provenance::engine).ifPresent(facts::add);
    distinct("Device", provenances, Provenance::device).ifPresent(facts::add);
    distinct("Study file, SHA-256", provenances, Provenance::studyFile).ifPresent(facts::add);
    facts.add(Fact.of("Training time of the search", known(cost.searchSeconds())));
    facts.add(Fact.of("Training time of the confirmation", known(cost.confirmationSeconds())));
    return facts.stream().filter(fact -> !fact.value().text().isEmpty()).toList();
  }

  private static Cell known(double seconds) {
    return seconds > 0 ? Cell.of(seconds, Unit.SECONDS) : new Cell.Empty();
  }

  private static Optional<Fact> distinct(
      String label, List<Provenance> provenances, Function<Provenance, String> what) {
    String values =
        provenances.stream().map(what).distinct().sorted().collect(Collectors.joining("; "));
    return values.isEmpty() ? Optional.empty() : Optional.of(Fact.of(label, values));
  }

  /** By name; where trials disagree, all their values. */
  private static NavigableMap<String, NavigableSet<String>> merged(
      List<Provenance> provenances, Function<Provenance, Map<String, String>> what) {
    NavigableMap<String, NavigableSet<String>> merged = new TreeMap<>();
    for (Provenance provenance : provenances) {
      what.apply(provenance)
          .forEach(
              (name, value) -> merged.computeIfAbsent(name, key -> new TreeSet<>()).add(value));
    }
    return merged;
  }

  private static Optional<Block> named(
      String caption,
      String name,
      String value,
      NavigableMap<String, NavigableSet<String>> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows =
        values.entrySet().stream()
            .map(
                entry ->
                    Row.of(
                        new Cell.Text(entry.getKey()),
                        new Cell.Text(String.join("; ", entry.getValue()))))
            .toList();
    return Optional.of(
        new Table(
            caption,
            List.of(Column.text(name, label(name)), Column.text(value, label(value))),
            rows,
            false));
  }

  private static String label(String key) {
    return key.equals("sha-256")
        ? "SHA-256"
        : Character.toUpperCase(key.charAt(0)) + key.substring(1);
  }
}
