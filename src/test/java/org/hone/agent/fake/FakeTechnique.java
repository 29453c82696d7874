package org.hone.agent.fake;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/** A technique with just the traits that a test asks for. */
public record FakeTechnique(
    String id,
    Slot slot,
    SearchSpace space,
    Set<String> conflictsWith,
    Set<Need> needs,
    Predicate<Task> applies,
    BiFunction<Recipe, ParameterValues, Recipe> act)
    implements Technique {

  /** Without parameters; changes nothing. */
  public static FakeTechnique of(String id, Slot slot) {
    return new FakeTechnique(
        id,
        slot,
        SearchSpace.empty(),
        Set.of(),
        Set.of(),
        task -> true,
        (recipe, values) -> recipe.withWeights(new Gain(id, 0)));
  }

  public FakeTechnique with(SearchSpace parameters) {
    return new FakeTechnique(id, slot, parameters, conflictsWith, needs, applies, act);
  }

  public FakeTechnique conflictingWith(String... names) {
    return new FakeTechnique(id, slot, space, Set.of(names), needs, applies, act);
  }

  public FakeTechnique needing(Need... artifacts) {
    return new FakeTechnique(id, slot, space, conflictsWith, Set.of(artifacts), applies, act);
  }

  public FakeTechnique onlyFor(Predicate<Task> tasks) {
    return new FakeTechnique(id, slot, space, conflictsWith, needs, tasks, act);
  }

  public FakeTechnique acting(BiFunction<Recipe, ParameterValues, Recipe> deed) {
    return new FakeTechnique(id, slot, space, conflictsWith, needs, applies, deed);
  }

  /** Changes the score by so much. */
  public FakeTechnique gaining(ToDoubleFunction<ParameterValues> amount) {
    return acting(
        (recipe, values) -> recipe.withWeights(new Gain(id, amount.applyAsDouble(values))));
  }

  @Override
  public String summary() {
    return "Pretends to be '%s'.".formatted(id);
  }

  @Override
  public Citation source() {
    return new Citation("Nobody", "On " + id, 2020, "https://example.org/" + id);
  }

  @Override
  public boolean appliesTo(Task task) {
    return applies.test(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return space;
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return act.apply(recipe, values);
  }
}
