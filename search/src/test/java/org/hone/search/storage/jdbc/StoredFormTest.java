package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.storage.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoredFormTest {

  /** As Optuna writes them, newest form first, and what they mean. */
  static Stream<Arguments> distributions() {
    Distribution log = FloatDistribution.log(1e-5, 1);
    Distribution stepped = FloatDistribution.stepped(0, 1, 0.1);
    return Stream.of(
        Arguments.of(
            "{'name': 'FloatDistribution', 'attributes': {'step': null, 'low': 1e-05, 'high': 1.0, 'log': true}}",
            log),
        Arguments.of(
            "{'name': 'FloatDistribution', 'attributes': {'step': 0.1, 'low': 0.0, 'high': 1.0, 'log': false}}",
            stepped),
        Arguments.of(
            "{'name': 'IntDistribution', 'attributes': {'log': false, 'step': 1, 'low': 1, 'high': 32}}",
            IntDistribution.of(1, 32)),
        Arguments.of(
            "{'name': 'CategoricalDistribution', 'attributes': {'choices': ['a', null, true, 3, 2.5]}}",
            CategoricalDistribution.of("a", CategoricalDistribution.Nothing.NOTHING, true, 3, 2.5)),
        Arguments.of(
            "{'name': 'UniformDistribution', 'attributes': {'low': 0.0, 'high': 1.0}}",
            FloatDistribution.of(0, 1)),
        Arguments.of(
            "{'name': 'LogUniformDistribution', 'attributes': {'low': 1e-05, 'high': 1.0}}", log),
        Arguments.of(
            "{'name': 'DiscreteUniformDistribution', 'attributes': {'low': 0.0, 'high': 1.0, 'q': 0.1}}",
            stepped),
        Arguments.of(
            "{'name': 'IntUniformDistribution', 'attributes': {'low': 0, 'high': 9, 'step': 3}}",
            IntDistribution.stepped(0, 9, 3)),
        Arguments.of(
            "{'name': 'IntLogUniformDistribution', 'attributes': {'low': 1, 'high': 9, 'step': 1}}",
            IntDistribution.log(1, 9)),
        Arguments.of("{'type': 'float', 'low': 1e-05, 'high': 1.0, 'log': true}", log),
        Arguments.of("{'type': 'int', 'low': 1, 'high': 9}", IntDistribution.of(1, 9)),
        Arguments.of(
            "{'type': 'categorical', 'choices': [false, true]}", CategoricalDistribution.flag()));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void readsDistributions(String json, Distribution distribution) {
    assertThat(DistributionJson.read(Json.read(json.replace('\'', '"')))).isEqualTo(distribution);
    String written = Json.write(DistributionJson.write(distribution));
    assertThat(DistributionJson.read(Json.read(written))).isEqualTo(distribution);
  }

  @Test
  void writesDistributionsAsOptunaDoes() {
    distributions().limit(4).map(Arguments::get).forEach(pair -> assertWritten(pair[0], pair[1]));
  }

  private static void assertWritten(Object json, Object distribution) {
    String written = Json.write(DistributionJson.write((Distribution) distribution));
    assertThat(Json.read(written)).isEqualTo(Json.read(((String) json).replace('\'', '"')));
  }

  @Test
  void saysWhichDistributionItDoesNotKnow() {
    assertThatThrownBy(() -> DistributionJson.read(Json.read("{\"name\": \"Zipf\"}")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("Zipf");
  }

  @Test
  void writesNanAsPythonDoes() {
    assertThat(Json.write(ValueJson.write(Map.of("k", Double.NaN)))).isEqualTo("{\"k\":NaN}");
    assertThat(Json.write(ValueJson.write(Double.NEGATIVE_INFINITY))).isEqualTo("-Infinity");
  }

  @Test
  void readsHugeIntegersAsDoubles() {
    assertThat(ValueJson.read(Json.read("123456789012345678901234567890")))
        .isEqualTo(1.2345678901234568e29);
  }

  @Test
  void writesTimesInUtcWithSixDigits() {
    Instant moment = Instant.parse("2026-01-31T23:59:59.000001999Z");
    assertThat(Timestamps.format(moment)).isEqualTo("2026-01-31 23:59:59.000001");
    assertThat(Timestamps.format(Instant.EPOCH)).isEqualTo("1970-01-01 00:00:00.000000");
    assertThat(Timestamps.parse("2026-01-31 23:59:59.000001"))
        .isEqualTo(Instant.parse("2026-01-31T23:59:59.000001Z"));
    assertThat(Timestamps.parse("1970-01-01 00:00:00")).isEqualTo(Instant.EPOCH);
  }

  @Test
  void widensRangesToWhatPythonPutOutside() {
    assertThat(Covering.assignment(IntDistribution.stepped(0, 9, 3), 4).distribution())
        .isEqualTo(IntDistribution.of(0, 9));
    assertThat(Covering.assignment(IntDistribution.log(1, 9), -4).distribution())
        .isEqualTo(IntDistribution.of(-4, 9));
    assertThat(Covering.assignment(FloatDistribution.log(1, 9), -4).distribution())
        .isEqualTo(FloatDistribution.of(-4, 9));
    assertThatThrownBy(() -> Covering.assignment(CategoricalDistribution.flag(), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
