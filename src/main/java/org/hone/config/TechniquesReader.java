package org.hone.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the section {@code techniques}. Whether a technique has the parameters named here is for
 * others to say.
 */
final class TechniquesReader {
  private static final ValueType<Object> LITERAL = ValueType.literal();
  private static final ValueType<String> ID =
      ValueType.text(
          "a technique's id",
          String.join(", ", TechniquePreset.ids()) + ", a list of ids, or a section",
          any -> true);
  private static final ValueType<Use> USES = uses();

  private final Known known;

  /** How a technique is used, given what is said of its parameters. */
  @FunctionalInterface
  private interface Use {
    TechniqueChoice choice(Map<String, Setting> settings, Origin origin);
  }

  TechniquesReader(Known known) {
    this.known = known;
  }

  /** What the section says: a preset, a list of ids, or a choice for each id. */
  TechniqueChoices read(Optional<Node> techniques) {
    return techniques
        .map(node -> node.<TechniqueChoices>match(this::word, this::list, this::section))
        .orElseGet(() -> new TechniqueChoices.Preset(TechniquePreset.QUICK));
  }

  private TechniqueChoices word(Node.Scalar scalar) {
    return TechniquePreset.of(scalar.text())
        .<TechniqueChoices>map(TechniqueChoices.Preset::new)
        .orElseGet(() -> list(scalar));
  }

  private TechniqueChoices list(Node node) {
    Map<String, TechniqueChoice> byId = new LinkedHashMap<>();
    for (Node item : node.items()) {
      String id = item.as(ID);
      requireKnown(id, item.origin());
      if (byId.put(id, new TechniqueChoice.Search(Map.of(), item.origin())) != null) {
        throw ConfigException.at(item.origin(), "'%s' is listed twice".formatted(id));
      }
    }
    return TechniqueChoices.Listed.of(byId);
  }

  private TechniqueChoices section(Section section) {
    Map<String, TechniqueChoice> byId = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (id, entry) -> {
              requireKnown(id, entry.key());
              byId.put(id, choice(entry.value()));
            });
    return TechniqueChoices.Listed.of(byId);
  }

  private static TechniqueChoice choice(Node node) {
    return node.match(
        word -> word.as(USES).choice(Map.of(), word.origin()),
        list -> {
          throw notAUse(list.origin(), "a list");
        },
        TechniquesReader::strengths);
  }

  /**
   * Parameters with what is said of each; whether the technique is searched too follows from them,
   * or is said.
   */
  private static TechniqueChoice strengths(Section section) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    section.entries().forEach((name, entry) -> settings.put(name, setting(entry.value())));
    settings.remove(TechniqueChoice.USE);
    if (section.entries().isEmpty()) {
      throw notAUse(section.origin(), "an empty section");
    }
    Use implied = USES.read(TechniqueChoice.impliedBy(settings), section.origin());
    return section.get(TechniqueChoice.USE, USES, implied).choice(settings, section.origin());
  }

  private static ConfigException notAUse(Origin origin, String seen) {
    return ConfigException.at(
        origin,
        "%s is not %s; allowed: %s, or {parameter: value}"
            .formatted(seen, USES.noun(), USES.allowed()));
  }

  private static Setting setting(Node node) {
    return node.match(
        word -> new Setting.Fixed(word.as(LITERAL), word.origin()),
        TechniquesReader::choices,
        section -> {
          throw LITERAL.refuse(section.origin(), "a section");
        });
  }

  /** Two numbers are the ends of a range; anything else is what to choose from. */
  private static Setting choices(Node.Sequence list) {
    List<Object> values = list.items().stream().map(item -> item.as(LITERAL)).toList();
    if (values.isEmpty()) {
      throw LITERAL.refuse(list.origin(), "an empty list");
    }
    if (values.size() != 2 || !values.stream().allMatch(Number.class::isInstance)) {
      return new Setting.Subset(values, list.origin());
    }
    double low = ((Number) values.get(0)).doubleValue();
    double high = ((Number) values.get(1)).doubleValue();
    if (low > high) {
      throw ConfigException.at(
          list.origin(), "%s is reversed; allowed: [low, high]".formatted(values));
    }
    return new Setting.Range(low, high, list.origin());
  }

  private void requireKnown(String id, Origin origin) {
    if (!known.techniques().contains(id)) {
      throw ConfigException.unknownTechnique(origin, id, known.techniques(), known.leftOut());
    }
  }

  private static ValueType<Use> uses() {
    Map<String, Use> uses = new LinkedHashMap<>();
    uses.put("search", TechniqueChoice.Search::new);
    uses.put("on", TechniqueChoice.On::new);
    uses.put("off", (settings, origin) -> new TechniqueChoice.Off(origin));
    return ValueType.oneOf("a way to use a technique", uses);
  }
}
