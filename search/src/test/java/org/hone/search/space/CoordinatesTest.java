package org.hone.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hone.search.math.Uniform;
import org.junit.jupiter.api.Test;

class CoordinatesTest {
  private static final double NONE = Double.NaN;
  private static final Parameter KIND =
      Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"), "b");
  private static final Parameter MODE =
      Parameter.of("mode", CategoricalDistribution.of("x", "y")).when(Literal.of(KIND, "b"));
  private static final Parameter RATE = Parameter.of("rate", FloatDistribution.log(1e-4, 1));
  private static final Parameter SIZE =
      Parameter.of("size", IntDistribution.of(0, 9))
          .when(Literal.of(KIND, "b"))
          .when(Literal.of(MODE, "y"));
  private static final SearchSpace SPACE = SearchSpace.of(KIND, MODE, RATE, SIZE);

  @Test
  void areNumbersOnTheUnitIntervalAndIndices() {
    ParameterValues point =
        SPACE.fromExternal(Map.of("kind", "b", "mode", "y", "rate", 0.01, "size", 4));
    assertThat(SPACE.coordinates(point)).containsExactly(1, 1, 0.5, 0.45);
    assertThat(SPACE.at(SPACE.coordinates(point))).isEqualTo(point);
    assertThat(SPACE.coordinates(point)).isSameAs(SPACE.coordinates(point));
  }

  @Test
  void leaveOutWhatDoesNotExist() {
    ParameterValues point = SPACE.fromExternal(Map.of("kind", "b", "mode", "x", "rate", 1));
    assertThat(SPACE.coordinates(point)).containsExactly(1, 0, 1, NONE);
    assertThat(SPACE.at(new double[] {2, 1, 1, 0.3}).external())
        .isEqualTo(Map.of("kind", "c", "rate", 1.0));
  }

  @Test
  void areFoundForPointsFromElsewhere() {
    ParameterValues strange =
        ParameterValues.empty()
            .with("kind", CategoricalDistribution.of("other"), 0)
            .with("rate", FloatDistribution.log(1e-6, 10), 1e-2)
            .with("size", IntDistribution.of(0, 99), 50);
    assertThat(SPACE.coordinates(strange)).containsExactly(NONE, NONE, 0.5, NONE);
  }

  @Test
  void areCutOffAndRoundedAndFilledIn() {
    assertThat(SPACE.at(new double[] {NONE, 0.7, 5, -1}).external())
        .isEqualTo(Map.of("kind", "b", "mode", "y", "rate", 1.0, "size", 0L));
  }

  private static final Parameter LOW = Parameter.of("low", IntDistribution.stepped(0, 10, 5));
  private static final Parameter MIDDLE = Parameter.of("middle", FloatDistribution.of(-5, 8));
  private static final Parameter HIGH = Parameter.of("high", FloatDistribution.stepped(0, 9, 3));
  private static final SearchSpace ORDERED =
      new SearchSpace(
          List.of(LOW, MIDDLE, HIGH),
          List.of(new LessOrEqual("low", "middle"), new LessOrEqual("middle", "high")));

  @Test
  void moveToTheNearestPointThatConstraintsAllow() {
    assertThat(ORDERED.at(new double[] {0.99, 0.1, 0.1}).external())
        .isEqualTo(Map.of("low", 5L, "middle", 5.0, "high", 6.0));
    assertThat(ORDERED.exactlyAt(new double[] {0.99, 0.1, 0.1})).isEmpty();
    assertThat(ORDERED.exactlyAt(new double[] {0, 0.5, 0.6})).isPresent();
  }

  @Test
  void knowWhatOrderLeaves() {
    ORDERED.choose(
        (parameter, allowed) -> {
          if (parameter.equals(LOW)) {
            assertThat(allowed.high()).as("the middle ends at 8").isEqualTo(8);
            assertThat(allowed.test(10)).isFalse();
            return 5;
          }
          if (parameter.equals(MIDDLE)) {
            assertThat(allowed.low()).isEqualTo(5);
            assertThat(allowed.high()).isEqualTo(8);
            return 6.5;
          }
          assertThat(allowed.test(6)).isFalse();
          assertThat(allowed.test(9)).isTrue();
          return 9;
        });
  }

  @Test
  void aConditionalParameterBoundsOnlyWhileItMayExist() {
    Parameter cap = Parameter.of("cap", FloatDistribution.of(0, 0.5)).when(Literal.of(KIND, "a"));
    Parameter share = Parameter.of("share", FloatDistribution.of(0, 1));
    SearchSpace space =
        new SearchSpace(List.of(KIND, share, cap), List.of(new LessOrEqual("share", "cap")));
    assertThat(space.at(new double[] {0, 0.9, 0.2}).number("share")).isEqualTo(0.5);
    assertThat(space.at(new double[] {1, 0.9, 0.2}).number("share")).isEqualTo(0.9);
  }

  @Test
  void orderIsCheckedWhenTheSpaceIsMade() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LessOrEqual("x", "x"))
        .withMessageContaining("two parameters");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SearchSpace(List.of(KIND, LOW), List.of(new LessOrEqual("low", "kind"))))
        .withMessageContaining("compares numbers");
    Parameter far = Parameter.of("far", IntDistribution.of(20, 30));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SearchSpace(List.of(far, LOW), List.of(new LessOrEqual("far", "low"))))
        .withMessageContaining("can never hold");
    assertThat(new LessOrEqual("a", "b").prefixed("p/")).isEqualTo(new LessOrEqual("p/a", "p/b"));
    assertThat(ORDERED.toString()).contains("LessOrEqual");
  }

  @Test
  void aLiteralOnANumberIsWalkedAround() {
    Parameter flag = Parameter.of("flag", CategoricalDistribution.flag());
    SearchSpace space =
        new SearchSpace(
            List.of(flag, LOW),
            List.of(new AtMostOne(List.of(Literal.of(flag, true), Literal.of(LOW, 10)))));
    assertThat(space.at(new double[] {1, 1}).integer("low")).isEqualTo(5);
    assertThat(space.at(new double[] {0, 1}).integer("low")).isEqualTo(10);
  }

  /** Of twenty techniques at most one: rejection finds a point in 1 of 50,000 draws. */
  @Test
  void uniformPointsAreFoundWhereHardlyAnyIsAllowed() {
    List<Parameter> flags =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(i -> Parameter.of("t" + i, CategoricalDistribution.flag()))
            .toList();
    AtMostOne rule = new AtMostOne(flags.stream().map(flag -> Literal.of(flag, true)).toList());
    SearchSpace space = new SearchSpace(flags, List.of(rule));
    SplittableRandom random = new SplittableRandom(1);
    int[] on = new int[21];
    for (int i = 0; i < 2100; i++) {
      ParameterValues point = Uniform.point(space, random);
      int which = 20;
      for (int t = 0; t < 20; t++) {
        which = point.flag("t" + t) ? t : which;
      }
      on[which]++;
    }
    for (int count : on) {
      assertThat(count).isBetween(60, 145);
    }
  }

  @Test
  void uniformPointsFillTheTriangleEvenly() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                Parameter.of("x", FloatDistribution.of(0, 1)),
                Parameter.of("y", FloatDistribution.of(0, 1))),
            List.of(new LessOrEqual("x", "y")));
    SplittableRandom random = new SplittableRandom(2);
    double sum = 0;
    for (int i = 0; i < 3000; i++) {
      sum += Uniform.point(space, random).number("x");
    }
    assertThat(sum / 3000).isBetween(0.32, 0.347);
  }

  @Test
  void pointsOfOneSpaceShareItsNames() {
    ParameterValues loose =
        ParameterValues.of(SPACE.fromExternal(Map.of("kind", "a", "rate", 1)).assignments());
    assertThat(loose.belongsTo(SPACE)).isFalse();
    assertThat(SPACE.adopt(loose).belongsTo(SPACE)).isTrue();
    assertThat(SPACE.adopt(loose)).isEqualTo(loose).hasSameHashCodeAs(loose);
    ParameterValues other = loose.with("new", FloatDistribution.of(0, 1), 0.5);
    assertThat(SPACE.adopt(other)).isSameAs(other);
    assertThat(SPACE.index("rate")).isEqualTo(2);
    assertThat(SPACE.size()).isEqualTo(4);
  }
}
