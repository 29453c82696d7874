package org.hone.engine.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isTheNearestDouble(long seed) {
    Random random = new Random(seed);
    List<String> wrong =
        Stream.generate(() -> anyNumber(random))
            .limit(5000)
            .filter(text -> parse(text) != Double.parseDouble(text))
            .toList();
    assertThat(wrong).isEmpty();
  }

  private static String anyNumber(Random random) {
    double number = random.nextGaussian() * Math.pow(10, random.nextInt(80) - 40);
    return switch (random.nextInt(6)) {
      case 0 -> String.format(Locale.ROOT, "%.6f", random.nextGaussian());
      case 1 -> String.format(Locale.ROOT, "%+.3e", number);
      case 2 -> Long.toString(random.nextLong());
      case 3 -> Long.toString(random.nextInt(1000)) + ".";
      case 4 -> Double.toString(Double.longBitsToDouble(random.nextLong() & 0x7fefffffffffffffL));
      default -> Double.toString(number);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+7",
        ".5",
        "-.5",
        "5.",
        "1E5",
        "1e+5",
        "1e-5",
        "007",
        "1e-400",
        "0e99999999999"
      })
  void readsWhatPeopleWrite(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e5x", "1d", "1f", "0x10", "1 2", "1,5", "--1",
        "1.2.3", "NaN", "inff", "abc", "१"
      })
  void leavesTheRestAlone(String text) {
    assertThat(parse(text)).isNaN();
  }

  @Test
  void knowsInfinity() {
    assertThat(parse("inf")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(parse("+Infinity")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(parse("-INF")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(parse("1e400")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(parse("-1e99999999999")).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void looksOnlyBetweenItsBounds() {
    assertThat(Decimal.parse("1234567".toCharArray(), 2, 4)).isEqualTo(34);
  }

  private static double parse(String text) {
    return Decimal.parse(text.toCharArray(), 0, text.length());
  }
}
