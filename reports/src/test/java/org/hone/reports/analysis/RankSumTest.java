package org.hone.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values are SciPy 1.17's, or counted out by hand where SciPy has none. */
class RankSumTest {
  private static Sample sample(double... values) {
    return new Sample(Arrays.stream(values).boxed().toList());
  }

  @Test
  void comparesSmallSamplesExactly() {
    RankSum found =
        RankSum.of(sample(0.85, 0.87, 0.90, 0.88, 0.91, 0.86), sample(0.80, 0.84, 0.83, 0.89, 0.82))
            .orElseThrow();
    assertThat(found.p()).isCloseTo(0.05194805194805195, within(1e-12));
    assertThat(found.shift()).isCloseTo(0.045, within(1e-12));
    // P(U < 4) = 0.0152 and P(U < 5) = 0.0260, so three differences are left out at either end
    assertThat(found.interval().orElseThrow().low()).isCloseTo(-0.01, within(1e-12));
    assertThat(found.interval().orElseThrow().high()).isCloseTo(0.08, within(1e-12));
  }

  @Test
  void countsTiesExactly() {
    RankSum found = RankSum.of(sample(1, 2, 2, 3, 5), sample(1, 1, 2, 2)).orElseThrow();
    assertThat(found.p()).isCloseTo(0.38095238095238093, within(1e-12));
  }

  @Test
  void approximatesLargeSamples() {
    Sample x = new Sample(IntStream.range(0, 40).mapToObj(i -> (i + 10) / 100.0).toList());
    Sample y = new Sample(IntStream.range(0, 30).mapToObj(i -> i / 100.0).toList());
    RankSum found = RankSum.of(x, y).orElseThrow();
    assertThat(found.p()).isCloseTo(2.1159514316598635e-06, within(1e-12));
    assertThat(found.shift()).isCloseTo(0.15, within(1e-12));
    assertThat(found.interval().orElseThrow().low()).isCloseTo(0.09, within(1e-12));
    assertThat(found.interval().orElseThrow().high()).isCloseTo(0.21, within(1e-12));
  }

  @Test
  void hasNoIntervalForTooFewValues() {
    assertThat(RankSum.of(sample(), sample(1, 2))).isEmpty();
    RankSum three = RankSum.of(sample(4, 5, 6), sample(1, 2, 3)).orElseThrow();
    assertThat(three.p()).isCloseTo(0.1, within(1e-12));
    assertThat(three.interval()).isEmpty();
    RankSum four = RankSum.of(sample(5, 6, 7, 8), sample(1, 2, 3, 4)).orElseThrow();
    assertThat(four.p()).isCloseTo(2 / 70.0, within(1e-12));
    assertThat(four.interval()).contains(new Interval(4, 1, 7));
  }

  @Test
  void findsNothingAmongEqualValues() {
    List<Double> same = IntStream.range(0, 30).mapToObj(i -> 0.0).toList();
    assertThat(RankSum.of(new Sample(same), new Sample(same)).orElseThrow().p()).isEqualTo(1);
    assertThat(RankSum.of(sample(1, 1), sample(1, 1)).orElseThrow().p()).isEqualTo(1);
    assertThat(RankSum.of(sample(-0.0), sample(0.0)).orElseThrow().p()).isEqualTo(1);
  }

  @Test
  void barelyMovesForOneDivergedTrial() {
    double shift = RankSum.of(sample(1, 2, 3, 4, 1e9), sample(1, 2, 3, 4, 5)).orElseThrow().shift();
    assertThat(shift).isBetween(0.0, 1.0);
  }

  @Test
  void mirrorsItsArguments() {
    Sample x = sample(0.1, 0.4, 0.35, 0.8, 0.7);
    Sample y = sample(0.2, 0.1, 0.15, 0.33);
    RankSum forth = RankSum.of(x, y).orElseThrow();
    RankSum back = RankSum.of(y, x).orElseThrow();
    assertThat(back.p()).isCloseTo(forth.p(), within(1e-12));
    assertThat(back.shift()).isCloseTo(-forth.shift(), within(1e-12));
    assertThat(back.interval().orElseThrow().low())
        .isCloseTo(-forth.interval().orElseThrow().high(), within(1e-12));
  }

  @Test
  void adjustsForTheNumberOfQuestionsAsHolmDoes() {
    assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
    assertThat(Holm.adjust(new double[0])).isEmpty();
  }
}
