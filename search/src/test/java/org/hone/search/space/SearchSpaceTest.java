package org.hone.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
  private static final Parameter KIND =
      Parameter.of("kind", CategoricalDistribution.of("a", "b"), "b");
  private static final Parameter RATE =
      Parameter.of("rate", FloatDistribution.log(1e-4, 1)).when(Literal.of(KIND, "b"));
  private static final Parameter LEFT = Parameter.of("left", CategoricalDistribution.flag());
  private static final Parameter RIGHT = Parameter.of("right", CategoricalDistribution.flag());
  private static final AtMostOne EXCLUSIVE =
      new AtMostOne(List.of(Literal.of(LEFT, true), Literal.of(RIGHT, true)));
  private static final SearchSpace SPACE =
      new SearchSpace(List.of(KIND, RATE, LEFT, RIGHT), List.of(EXCLUSIVE));

  private static Map<String, Object> point(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void asksOnlyForActiveParameters() {
    List<String> asked = new ArrayList<>();
    SPACE.choose(
        (parameter, allowed) -> {
          asked.add(parameter.name());
          return 0;
        });
    assertThat(asked).containsExactly("kind", "left", "right");
  }

  @Test
  void tellsWhatConstraintsLeave() {
    Map<String, Double> chosen = Map.of("kind", 1.0, "rate", 0.5, "left", 1.0, "right", 0.0);
    SPACE.choose(
        (parameter, allowed) -> {
          assertThat(allowed.test(0.5)).isEqualTo(parameter.equals(RATE));
          assertThat(allowed.test(1)).isEqualTo(!parameter.equals(RIGHT));
          return chosen.get(parameter.name());
        });
  }

  @Test
  void refusesWhatAConstraintExcludes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPACE.fromExternal(point("kind", "a", "left", true, "right", true)))
        .withMessageContaining("at most one of left, right");
  }

  @Test
  void readsPoints() {
    ParameterValues point =
        SPACE.fromExternal(point("kind", "b", "rate", 0.5, "left", false, "right", true));
    assertThat(point.category("kind")).isEqualTo("b");
    assertThat(point.number("rate")).isEqualTo(0.5);
    assertThat(point.flag("right")).isTrue();
    assertThat(point.flag("left")).isFalse();
    assertThat(point.external())
        .isEqualTo(point("kind", "b", "rate", 0.5, "left", false, "right", true));
  }

  @Test
  void saysWhatIsWrongWithAPoint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPACE.fromExternal(point("kind", "b", "left", false, "right", true)))
        .withMessageContaining("no value for 'rate'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPACE.fromExternal(point("kin", "b")))
        .withMessageContaining("no parameter 'kin'; known: kind, rate, left, right");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SPACE.fromExternal(point("kind", "a", "rate", 0.5, "left", false, "right", true)))
        .withMessageContaining("'rate' exists only while its condition on 'kind' holds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPACE.fromExternal(point("kind", "z")))
        .withMessageContaining("z is not one of: a | b");
  }

  @Test
  void knowsItsDefaults() {
    assertThat(SPACE.defaults().external())
        .isEqualTo(point("kind", "b", "rate", 0.01, "left", false, "right", false));
  }

  @Test
  void checksItself() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SearchSpace.of(KIND, KIND))
        .withMessageContaining("'kind'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SearchSpace.of(RATE, KIND))
        .withMessageContaining("'rate' depends on 'kind'");
    Parameter impossible = RATE.when(new Literal("kind", Set.of(7.0)));
    assertThatIllegalArgumentException().isThrownBy(() -> SearchSpace.of(KIND, impossible));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SearchSpace(List.of(LEFT), List.of(EXCLUSIVE)))
        .withMessageContaining("'right'");
  }

  @Test
  void joinsAndPrefixes() {
    SearchSpace more = SearchSpace.of(KIND.prefixed("x/"), RATE.prefixed("x/"));
    SearchSpace both = SPACE.plus(more);
    assertThat(both.parameters()).hasSize(6);
    assertThat(both.contains("x/rate")).isTrue();
    assertThat(both.defaults().under("x/").external()).isEqualTo(point("kind", "b", "rate", 0.01));
    assertThat(both).isEqualTo(SPACE.plus(more)).hasSameHashCodeAs(SPACE.plus(more));
    assertThat(both).isNotEqualTo(SPACE);
    assertThat(both.toString()).contains("x/rate");
    assertThat(SPACE.isFlat()).isFalse();
    assertThat(SearchSpace.empty().isFlat()).isTrue();
  }

  @Test
  void checksParameters() {
    FloatDistribution unit = FloatDistribution.of(0, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> Parameter.of(" ", unit));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameter.of("x", unit, 2))
        .withMessageContaining("2 is not one of");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parameter("x", unit, OptionalDouble.of(2), List.of()))
        .withMessageContaining("default of 'x'");
    assertThatIllegalArgumentException().isThrownBy(() -> new Literal("x", Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AtMostOne(List.of(Literal.of(LEFT, true))));
  }

  @Test
  void readsValuesByKind() {
    ParameterValues values =
        ParameterValues.empty()
            .with("n", IntDistribution.of(0, 9), 7)
            .with("c", CategoricalDistribution.of(1, 2), 1);
    assertThat(values.integer("n")).isEqualTo(7);
    assertThat(values.category("c")).isEqualTo("2");
    assertThat(values.raw("c")).isEqualTo(1);
    assertThat(values.distribution("n")).isEqualTo(IntDistribution.of(0, 9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> values.raw("x"))
        .withMessageContaining("no active parameter 'x'; active: n, c");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> values.with("n", IntDistribution.of(0, 9), 10));
  }
}
