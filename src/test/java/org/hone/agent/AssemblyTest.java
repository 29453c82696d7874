package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Slot;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {
  @TempDir Path folder;

  /** Techniques that note when they are applied, and how. */
  private final List<String> applied = new ArrayList<>();

  private FakeTechnique noting(String id, Slot slot) {
    return FakeTechnique.of(id, slot)
        .with(SearchSpace.of(Parameter.of("level", IntDistribution.of(1, 9), 5)))
        .acting(
            (recipe, values) -> {
              applied.add(id + " " + values.external());
              return recipe;
            });
  }

  private TuningPlan plan(String... overrides) throws IOException {
    return Rehearsal.in(folder)
        .with(
            noting("stop", Slot.STOPPING),
            noting("widen", Slot.ARCHITECTURE),
            noting("adam", Slot.OPTIMIZER),
            noting("b-loss", Slot.LOSS),
            noting("a-loss", Slot.LOSS))
        .plan(overrides);
  }

  @Test
  void theBaselineHasEverythingOff() throws IOException {
    Assembly assembly = plan().assembly();

    assertThat(assembly.baseline().external())
        .isEqualTo(
            Map.of(
                "widen",
                false,
                "a-loss",
                false,
                "b-loss",
                false,
                "optimizer",
                "none",
                "stopping",
                "none"));
    assertThat(assembly.strengths(assembly.baseline())).isEmpty();
    assertThat(assembly.isFixed()).isFalse();
  }

  @Test
  void theBaselineHasWhatIsAlwaysOn() throws IOException {
    Assembly assembly =
        plan("techniques={adam: on, stop: search, a-loss: {level: [3, 7], use: on}}").assembly();

    assertThat(assembly.baseline().external())
        .isEqualTo(
            Map.of(
                "a-loss",
                true,
                "a-loss.level",
                5L,
                "optimizer",
                "adam",
                "adam.level",
                5L,
                "stopping",
                "none"));
    assertThat(assembly.strengths(assembly.baseline()))
        .isEqualTo(Map.of("a-loss", Map.of("level", 5L), "adam", Map.of("level", 5L)));
  }

  @Test
  void aStrengthWithoutDefaultIsLowestInTheBaseline() throws IOException {
    Assembly assembly = plan("techniques={adam: {level: [7, 9], use: on}}").assembly();

    assertThat(assembly.baseline().external()).containsEntry("adam.level", 7L);
  }

  @Test
  void techniquesAreAppliedInTheOrderOfTheirSlotsThenOfTheirIds() throws IOException {
    TuningPlan plan = plan();
    ParameterValues everything =
        plan.assembly().space().choose((parameter, allowed) -> parameter.distribution().high());
    applied.clear();

    Recipe recipe = plan.assembly().recipe(plan.source().baseline(), everything);

    assertThat(recipe).isEqualTo(plan.source().baseline());
    assertThat(applied)
        .containsExactly(
            "widen {level=9}",
            "a-loss {level=9}",
            "b-loss {level=9}",
            "adam {level=9}",
            "stop {level=9}");
    assertThat(plan.assembly().strengths(everything).keySet())
        .containsExactly("widen", "a-loss", "b-loss", "adam", "stop");
  }

  @Test
  void theBaselinesRecipeIsThePlainOne() throws IOException {
    TuningPlan plan = plan();

    assertThat(plan.assembly().recipe(plan.source().baseline(), plan.assembly().baseline()))
        .isEqualTo(plan.source().baseline());
    assertThat(applied).isEmpty();
  }

  @Test
  void screeningTriesEachTechniqueAlone() throws IOException {
    Assembly assembly = plan("techniques={adam: on, stop: search, a-loss: search}").assembly();

    assertThat(assembly.screening())
        .extracting(point -> assembly.strengths(point).keySet().toString())
        .containsExactly("[a-loss, adam]", "[adam, stop]");
  }

  @Test
  void aRangeLeavesSomethingToSearch() throws IOException {
    FakeTechnique flat =
        FakeTechnique.of("flat", Slot.LOSS)
            .with(SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1), 0.5)));

    assertThat(plan(flat, "techniques={flat: {x: 0.3}}").assembly().isFixed()).isTrue();
    assertThat(plan(flat, "techniques={flat: {x: [0.3, 0.3]}}").assembly().isFixed()).isFalse();
    assertThat(plan(flat, "techniques={flat: {x: [0, 0.3], use: on}}").assembly().isFixed())
        .isFalse();
  }

  private TuningPlan plan(FakeTechnique technique, String override) throws IOException {
    return Rehearsal.in(folder).with(technique).plan(override);
  }
}
