package org.hone.search.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a stored study from being continued under another definition.
 *
 * @param differences one line each, for people
 */
record DefinitionDifference(String study, List<String> differences) {

  static DefinitionDifference between(StudyDefinition stored, StudyDefinition wanted) {
    List<String> lines = new ArrayList<>();
    if (!stored.directions().equals(wanted.directions())) {
      lines.add("directions were %s, now %s".formatted(stored.directions(), wanted.directions()));
    }
    SearchSpace before = stored.space().orElse(SearchSpace.empty());
    SearchSpace now = wanted.space().orElse(SearchSpace.empty());
    lines.addAll(
        compare("parameter", parameters(before), parameters(now), DefinitionDifference::describe));
    if (!before.constraints().equals(now.constraints())) {
      lines.add("constraints were %s, now %s".formatted(constraints(before), constraints(now)));
    }
    if (stored.space().isPresent() != wanted.space().isPresent()) {
      lines.add(
          stored.space().isPresent() ? "it had a declared space" : "it had no declared space");
    }
    lines.addAll(
        compare(
            "technique",
            techniques(stored.catalogue()),
            techniques(wanted.catalogue()),
            DefinitionDifference::describe));
    return new DefinitionDifference(stored.name(), List.copyOf(lines));
  }

  /**
   * @throws IllegalArgumentException that names all differences, if there are any
   */
  void requireNone() {
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "study '%s' began with another definition: %s; use another name to begin a new study"
              .formatted(study, String.join("; ", differences)));
    }
  }

  private static Map<String, Parameter> parameters(SearchSpace space) {
    Map<String, Parameter> byName = new LinkedHashMap<>();
    space.parameters().forEach(parameter -> byName.put(parameter.name(), parameter));
    return byName;
  }

  private static Map<String, Catalogue.Entry> techniques(Catalogue catalogue) {
    Map<String, Catalogue.Entry> byId = new LinkedHashMap<>();
    catalogue.techniques().forEach(entry -> byId.put(entry.id(), entry));
    return byId;
  }

  private static List<String> constraints(SearchSpace space) {
    return space.constraints().stream().map(constraint -> constraint.describe()).toList();
  }

  private static <T> List<String> compare(
      String what, Map<String, T> before, Map<String, T> now, Function<T, String> describe) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(before.get(name), now.get(name)))
        .map(
            name ->
                "%s '%s' %s"
                    .formatted(what, name, change(before.get(name), now.get(name), describe)))
        .toList();
  }

  private static <T> String change(
      @Nullable T before, @Nullable T now, Function<T, String> describe) {
    if (before == null) {
      return "was added";
    }
    return now == null
        ? "was removed"
        : "was [%s], now [%s]".formatted(describe.apply(before), describe.apply(now));
  }

  private static String describe(Parameter parameter) {
    StringBuilder line = new StringBuilder(parameter.distribution().describe());
    parameter.preferred().ifPresent(value -> line.append(", default ").append(value));
    parameter
        .conditions()
        .forEach(
            literal -> line.append(", when ").append(literal.parameter()).append(literal.values()));
    return line.toString();
  }

  private static String describe(Catalogue.Entry technique) {
    return "%s %s of %s, on when %s%s, with %s"
        .formatted(
            technique.slot(),
            technique.version(),
            technique.source(),
            technique.on().parameter(),
            technique.on().values(),
            technique.parameters());
  }
}
