package org.hone.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a study aims at: {@code objective.metric}, or several {@code objectives}. */
final class ObjectivesReader {
  private static final String ONE = "objective";
  private static final String SEVERAL = "objectives";

  private final Known known;

  /**
   * @param known the names to choose from
   */
  ObjectivesReader(Known known) {
    this.known = known;
  }

  /** Ids, of which the first is a metric; none if the file leaves the choice. */
  List<String> read(Section root) {
    Optional<String> metric =
        root.section(ONE, List.of("metric")).find("metric", metric("a known metric"));
    Optional<Node> several = root.find(SEVERAL);
    if (metric.isPresent() && several.isPresent()) {
      throw ConfigException.at(
          several.get().origin(), "is given beside objective.metric; keep one of them");
    }
    return several.map(this::list).orElseGet(() -> metric.stream().toList());
  }

  private List<String> list(Node node) {
    List<Node> items = node.items();
    if (items.isEmpty()) {
      throw ConfigException.at(node.origin(), "is empty; allowed: " + words(known.metrics()));
    }
    Set<String> seen = new HashSet<>();
    ValueType<String> any = StudyReader.oneOf("a known metric or cost", all());
    for (Node item : items) {
      if (!seen.add(item.as(any))) {
        throw ConfigException.at(
            item.origin(), "'%s' is given twice; keep one of them".formatted(item.as(any)));
      }
    }
    String first = items.get(0).as(metric("a metric of predictions, as the first has to be"));
    return items.stream().map(item -> items.get(0) == item ? first : item.as(any)).toList();
  }

  private ValueType<String> metric(String noun) {
    return StudyReader.oneOf(noun, known.metrics());
  }

  private Set<String> all() {
    Set<String> all = new TreeSet<>(known.metrics());
    all.addAll(known.costs());
    return all;
  }

  private static String words(Set<String> ids) {
    return String.join(", ", ids);
  }
}
