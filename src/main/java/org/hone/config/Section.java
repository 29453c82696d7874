package org.hone.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keys with what stands under them, in the order of the file. */
record Section(Map<String, Entry> entries, Origin origin) implements Node {

  /**
   * What stands under a key.
   *
   * @param key where the key stands
   */
  record Entry(Origin key, Node value) {}

  /** Collects keys, each of which may be given once. */
  static final class Builder {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Origin origin;

    Builder(Origin origin) {
      this.origin = origin;
    }

    void add(String name, Origin key, Node value) {
      if (entries.putIfAbsent(name, new Entry(key, value)) != null) {
        throw givenTwice(key);
      }
    }

    /** Where the key's own place is not known. */
    void add(String name, Node value) {
      add(name, value.origin(), value);
    }

    Section build() {
      return new Section(entries, origin);
    }
  }

  Section {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The keys of a full key such as {@code study.trials}. */
  static List<String> path(String key) {
    return List.of(key.split("\\.", -1));
  }

  static Section empty(Origin origin) {
    return new Section(Map.of(), origin);
  }

  static ConfigException givenTwice(Origin key) {
    return ConfigException.at(key, "is given twice; keep one of them");
  }

  static ConfigException notSection(Origin origin, String seen, List<String> allowed) {
    return ConfigException.at(
        origin,
        "%s is not a section; allowed below it: %s".formatted(seen, String.join(", ", allowed)));
  }

  /** What stands under a key of this section. */
  Optional<Node> find(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::value);
  }

  /**
   * The section under a key, empty if there is none; no other keys than the allowed ones may be in
   * it.
   */
  Section section(String name, List<String> allowed) {
    return find(name)
        .map(node -> node.asSection(allowed))
        .orElseGet(() -> empty(Origin.of(origin.file()).below(origin.key()).below(name)));
  }

  <T> Optional<T> find(String name, ValueType<T> type) {
    return find(name).map(node -> node.as(type));
  }

  <T> T get(String name, ValueType<T> type, T otherwise) {
    return find(name, type).orElse(otherwise);
  }

  /** A value that has no default. */
  <T> T require(String name, ValueType<T> type) {
    return find(name, type).orElseThrow(() -> missing(name, type));
  }

  private ConfigException missing(String name, ValueType<?> type) {
    return ConfigException.at(origin.below(name), "is missing; needed: %s".formatted(type.noun()));
  }

  <T> Optional<List<T>> findList(String name, ValueType<T> type) {
    return find(name).map(node -> node.items().stream().map(item -> item.<T>as(type)).toList());
  }

  /** Where a value stands, or would stand. */
  Origin originOf(String name) {
    return find(name).map(Node::origin).orElseGet(() -> origin.below(name));
  }

  /** Where the value of a full key below this section stands, or would stand. */
  Origin locate(String key) {
    Section section = this;
    List<String> path = path(key);
    for (String name : path.subList(0, path.size() - 1)) {
      Optional<Section> below = section.find(name).flatMap(Section::of);
      if (below.isEmpty()) {
        break;
      }
      section = below.get();
    }
    String name = path.get(path.size() - 1);
    Origin place = section.find(name).map(Node::origin).orElse(section.origin);
    return new Origin(place.file(), place.line(), place.column(), key);
  }

  private static Optional<Section> of(Node node) {
    return node.match(text -> Optional.empty(), list -> Optional.empty(), Optional::of);
  }

  /** The same section with the value at a path of keys, whatever was there before. */
  Section with(List<String> path, Node value) {
    String name = path.get(0);
    List<String> below = path.subList(1, path.size());
    Origin place = value.origin();
    Origin key = new Origin(place.file(), place.line(), place.column(), origin.below(name).key());
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    changed.put(
        name,
        below.isEmpty()
            ? new Entry(key, value)
            : new Entry(key, open(name, key).with(below, value)));
    return new Section(changed, origin);
  }

  /** The section under a key, to add to; empty if there is none yet. */
  private Section open(String name, Origin adding) {
    return find(name)
        .map(
            node ->
                node.<Section>match(
                    text ->
                        text.text().isBlank()
                            ? empty(adding)
                            : refuse(adding, "'%s'".formatted(text.text())),
                    list -> refuse(adding, "a list"),
                    section -> section))
        .orElseGet(() -> empty(adding));
  }

  private static Section refuse(Origin adding, String seen) {
    throw ConfigException.at(
        adding, "is %s, to which nothing can be added; set it as a whole".formatted(seen));
  }

  @Override
  public <T> T as(ValueType<T> type) {
    throw type.refuse(origin, "a section");
  }

  @Override
  public List<Node> items() {
    return List.of(this);
  }

  @Override
  public Section asSection(List<String> allowed) {
    entries.forEach(
        (name, entry) -> {
          if (!allowed.contains(name)) {
            throw ConfigException.unknownKey(entry.key(), name, allowed);
          }
        });
    return this;
  }

  @Override
  public Section map(Function<Scalar, Node> change) {
    Map<String, Entry> changed = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> changed.put(name, new Entry(entry.key(), entry.value().map(change))));
    return new Section(changed, origin);
  }

  @Override
  public <T> T match(
      Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Section, T> section) {
    return section.apply(this);
  }
}
