package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.RandomState;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.config.TechniqueChoices;
import org.hone.config.TechniquePreset;
import org.hone.engine.Dl4jEngine;
import org.hone.search.space.Allowed;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;

/** What a search among all techniques may come upon makes sense, whatever it draws. */
class SampledRecipesTest {
  private static final int POINTS = 2000;
  private static final Techniques KNOWN =
      Techniques.discover(SampledRecipesTest.class.getClassLoader());

  /** Those that need three slots to be empty, which is drawn about once in two thousand times. */
  private static final Set<String> RARE = Set.of("alpha-dropout");

  /** What must never be drawn together: ids, or slots as [slot]. */
  private static final List<List<String>> NONSENSE =
      List.of(
          List.of("selu", "[dropout]"),
          List.of("selu", "[initialization]"),
          List.of("selu", "[normalization]"),
          List.of("alpha-dropout", "[activation]"),
          List.of("alpha-dropout", "[initialization]"),
          List.of("alpha-dropout", "[normalization]"),
          List.of("adamw", "[weight-penalty]"),
          List.of("snapshot-ensemble", "[schedule]"),
          List.of("class-weights", "[sampling]"),
          List.of("focal", "confidence-penalty"),
          List.of("weight-decay", "l2"),
          List.of("elastic", "l1"),
          List.of("shake-shake", "shake-drop"),
          List.of("shake-shake", "skip-connections"),
          List.of("mixup", "cutmix"),
          List.of("cutout", "adversarial"),
          List.of("class-balanced", "oversampling"),
          List.of("ema", "swa"));

  static Stream<Arguments> tasks() {
    Dl4jEngine engine = new Dl4jEngine();
    Architecture residual = new Architecture.ResidualCnn(List.of(3, 3), Activation.RELU);
    InputShape image = InputShape.image(6, 6, 3);
    return Stream.of(
        Arguments.of("table", SmallTasks.classification(engine)),
        Arguments.of("targets", SmallTasks.regression(engine)),
        Arguments.of("images", SmallTasks.any(engine, Goal.CLASSIFICATION, image, residual)),
        Arguments.of("sequences", SmallTasks.sequences(engine)),
        Arguments.of("texts", SmallTasks.texts(engine)));
  }

  @ParameterizedTest(name = "{0}, seed 1")
  @MethodSource("tasks")
  void noNonsenseIsDrawn(String name, Task task) {
    Assembly assembly =
        new Assembler(KNOWN, task).assemble(new TechniqueChoices.Preset(TechniquePreset.ALL));
    RandomState random = new RandomState(1);
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < POINTS; i++) {
      Set<Technique> drawn = techniques(assembly, draw(assembly.space(), random));
      drawn.forEach(technique -> seen.add(technique.id()));
      NONSENSE.forEach(
          pair ->
              assertThat(has(drawn, pair.get(0)) && has(drawn, pair.get(1)))
                  .as("%s of %s", pair, drawn)
                  .isFalse());
      assertThat(crowded(drawn)).isEmpty();
    }
    assertThat(seen)
        .as("every technique of the space is drawn sometime")
        .containsAll(
            assembly.techniques().stream()
                .map(Technique::id)
                .filter(id -> !RARE.contains(id))
                .toList());
  }

  @Test
  void theCocktailSearchesWhatThePaperSearches() {
    Architecture deep = new Architecture.Mlp(List.of(6, 6, 6), Activation.RELU);
    Task task = SmallTasks.table(new Dl4jEngine(), Goal.CLASSIFICATION, deep);
    SearchSpace space =
        new Assembler(KNOWN, task)
            .assemble(new TechniqueChoices.Preset(TechniquePreset.COCKTAIL))
            .space();
    assertThat(space.parameters().stream().filter(one -> !one.distribution().isSingle()))
        .extracting(Parameter::name)
        .containsExactlyInAnyOrder(
            "normalization",
            "averaging",
            "snapshot-ensemble",
            "lookahead",
            "lookahead.step",
            "lookahead.steps",
            "weight-penalty",
            "weight-decay.coefficient",
            "dropout",
            "dropout.shape",
            "dropout.rate",
            "shortcut",
            "shake-drop.probability",
            "mixing",
            "mixup.alpha",
            "cutmix.probability",
            "cutout.probability",
            "cutout.share");
  }

  @Test
  void aQuickSearchLeavesAloneWhatSeldomMatters() {
    Task task = SmallTasks.classification(new Dl4jEngine());
    SearchSpace space =
        new Assembler(KNOWN, task)
            .assemble(new TechniqueChoices.Preset(TechniquePreset.QUICK))
            .space();
    assertThat(space.parameters().stream().filter(one -> !one.distribution().isSingle()))
        .extracting(Parameter::name)
        .contains("early-stopping.patience", "batch-normalization.momentum")
        .doesNotContain(
            "early-stopping.min-delta", "early-stopping.restore-best", "batch-normalization.eps");
  }

  private static Set<Technique> techniques(Assembly assembly, ParameterValues point) {
    Set<String> on = assembly.strengths(point).keySet();
    return assembly.techniques().stream()
        .filter(technique -> on.contains(technique.id()))
        .collect(Collectors.toSet());
  }

  private static boolean has(Set<Technique> drawn, String what) {
    return drawn.stream()
        .anyMatch(one -> what.equals(one.id()) || what.equals("[" + one.slot().id() + "]"));
  }

  /** Exclusive slots with more than one technique. */
  private static Map<Slot, Long> crowded(Set<Technique> drawn) {
    Map<Slot, Long> counts =
        new TreeMap<>(
            drawn.stream()
                .filter(technique -> technique.slot().isExclusive())
                .collect(Collectors.groupingBy(Technique::slot, Collectors.counting())));
    counts.values().removeIf(count -> count < 2);
    return counts;
  }

  private static ParameterValues draw(SearchSpace space, RandomState random) {
    return space.choose((parameter, allowed) -> value(parameter, allowed, random));
  }

  private static double value(Parameter parameter, Allowed allowed, RandomState random) {
    Distribution distribution = parameter.distribution();
    double value = distribution.fromUnit(random.nextDouble());
    while (!allowed.test(value)) {
      value = distribution.fromUnit(random.nextDouble());
    }
    return value;
  }
}
