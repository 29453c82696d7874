package org.hone.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Need;
import org.hone.api.technique.Technique;
import org.hone.search.space.Literal;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.Catalogue;

/**
 * The search space of a study, with the way from its points to recipes.
 *
 * @param techniques those on offer, in the order of application
 * @param catalogue one entry per technique, in the same order
 */
public record Assembly(SearchSpace space, List<Technique> techniques, Catalogue catalogue) {
  public Assembly {
    techniques = List.copyOf(techniques);
  }

  /** The point of the baseline: everything off that the study may switch off. */
  public ParameterValues baseline() {
    return baselineWith(Optional.empty());
  }

  /**
   * For each technique that the study may switch on, the baseline with it alone, at its default
   * strength: a look at every technique before any model of them can be made.
   */
  public List<ParameterValues> screening() {
    ParameterValues baseline = baseline();
    return catalogue.techniques().stream()
        .filter(entry -> !entry.on().holds(baseline))
        .map(entry -> baselineWith(Optional.of(entry.on())))
        .filter(point -> !point.equals(baseline))
        .toList();
  }

  private ParameterValues baselineWith(Optional<Literal> on) {
    return space.choose(
        (parameter, allowed) -> {
          boolean selects = !parameter.name().contains(".");
          double otherwise =
              selects ? 0 : parameter.preferred().orElse(parameter.distribution().low());
          return on.filter(literal -> literal.parameter().equals(parameter.name()))
              .flatMap(literal -> literal.values().stream().findFirst())
              .filter(allowed::test)
              .orElse(otherwise);
        });
  }

  /** The baseline recipe with the point's techniques applied, in the order of their slots. */
  public Recipe recipe(Recipe baseline, ParameterValues point) {
    Recipe recipe = baseline;
    for (Technique technique : used(point)) {
      recipe = technique.apply(recipe, point.under(prefix(technique)));
    }
    return recipe;
  }

  /** The techniques that the point switches on, each with its parameters as a user writes them. */
  public Map<String, Map<String, Object>> strengths(ParameterValues point) {
    Map<String, Map<String, Object>> strengths = new LinkedHashMap<>();
    used(point)
        .forEach(
            technique -> strengths.put(technique.id(), point.under(prefix(technique)).external()));
    return strengths;
  }

  /** Whether the point uses a technique that learns from a teacher. */
  boolean isTaught(ParameterValues point) {
    return used(point).stream().anyMatch(one -> one.needs().contains(Need.TEACHER));
  }

  /**
   * The point with the technique of this id, at its default strength, and everything else as it is.
   *
   * @throws IllegalArgumentException if there is no such technique
   */
  ParameterValues with(ParameterValues point, String id) {
    Literal on =
        catalogue
            .find(id)
            .orElseThrow(() -> new IllegalArgumentException("no technique '%s'".formatted(id)))
            .on();
    return space.choose(
        (parameter, allowed) -> {
          if (parameter.name().equals(on.parameter())) {
            return on.values().iterator().next();
          }
          return point.contains(parameter.name())
              ? point.raw(parameter.name())
              : parameter.preferred().orElse(parameter.distribution().low());
        });
  }

  private List<Technique> used(ParameterValues point) {
    List<Technique> used = new ArrayList<>();
    for (int i = 0; i < techniques.size(); i++) {
      if (catalogue.techniques().get(i).on().holds(point)) {
        used.add(techniques.get(i));
      }
    }
    return used;
  }

  /** Whether there is nothing to search. */
  boolean isFixed() {
    return space.parameters().stream().allMatch(one -> one.distribution().isSingle());
  }

  static String prefix(Technique technique) {
    return technique.id() + ".";
  }
}
