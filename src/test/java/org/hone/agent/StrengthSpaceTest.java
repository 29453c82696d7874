package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.hone.config.ConfigException;
import org.hone.config.Origin;
import org.hone.config.Setting;
import org.hone.config.TechniqueChoice;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrengthSpaceTest {
  private static final Origin HERE = new Origin("study.yaml", 3, 5, "techniques.magic.strength");
  private static final Parameter RATE = Parameter.of("rate", FloatDistribution.log(1e-4, 1), 0.1);
  private static final Parameter SIZE =
      Parameter.of("size", new IntDistribution(2, 10, 2, false), 4);
  private static final Parameter MODE =
      Parameter.of("mode", CategoricalDistribution.of("plain", "fancy", "wild"), "fancy");
  private static final Parameter FRILLS =
      Parameter.of("frills", FloatDistribution.of(0, 1), 0.5).when(Literal.of(MODE, "fancy"));
  private static final SearchSpace OFFERED = SearchSpace.of(RATE, SIZE, MODE, FRILLS);

  private static SearchSpace searched(Map<String, Setting> settings) {
    return new StrengthSpace(OFFERED, new TechniqueChoice.Search(settings, HERE)).narrowed();
  }

  private static SearchSpace alwaysOn(Map<String, Setting> settings) {
    return new StrengthSpace(OFFERED, new TechniqueChoice.On(settings, HERE)).narrowed();
  }

  private static Setting fixed(Object value) {
    return new Setting.Fixed(value, HERE);
  }

  private static Setting range(double low, double high) {
    return new Setting.Range(low, high, HERE);
  }

  private static Setting subset(Object... values) {
    return new Setting.Subset(List.of(values), HERE);
  }

  @Test
  void whatIsNotMentionedIsSearchedAsOffered() {
    assertThat(searched(Map.of())).isEqualTo(OFFERED);
  }

  @Test
  void whatIsAlwaysOnHasItsDefaultsWhereNothingIsSaid() {
    SearchSpace space = alwaysOn(Map.of("rate", range(0.01, 0.5)));

    assertThat(space.parameter("rate").distribution()).isEqualTo(FloatDistribution.log(0.01, 0.5));
    assertThat(space.parameter("size").distribution())
        .isEqualTo(new IntDistribution(4, 4, 2, false));
    assertThat(space.parameter("mode").distribution())
        .isEqualTo(CategoricalDistribution.of("fancy"));
    assertThat(space.parameter("frills").distribution()).isEqualTo(FloatDistribution.of(0.5, 0.5));
    assertThat(space.defaults().external())
        .isEqualTo(Map.of("rate", 0.1, "size", 4L, "mode", "fancy", "frills", 0.5));
  }

  @Test
  void aParameterWithoutDefaultIsSearchedEvenWhenItsTechniqueIsAlwaysOn() {
    SearchSpace offered = SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0, 1)));

    assertThat(new StrengthSpace(offered, new TechniqueChoice.On(Map.of(), HERE)).narrowed())
        .isEqualTo(offered);
  }

  @Test
  void aRangeKeepsScaleStepAndDefault() {
    SearchSpace space = searched(Map.of("rate", range(0.01, 0.5), "size", range(4, 8)));

    assertThat(space.parameter("rate"))
        .isEqualTo(Parameter.of("rate", FloatDistribution.log(0.01, 0.5), 0.1));
    assertThat(space.parameter("size"))
        .isEqualTo(Parameter.of("size", new IntDistribution(4, 8, 2, false), 4));
  }

  @Test
  void aDefaultOutsideOfTheRangeIsNoneAnyMore() {
    SearchSpace space = searched(Map.of("rate", range(0.5, 1), "mode", subset("wild", "plain")));

    assertThat(space.parameter("rate").preferred()).isEmpty();
    assertThat(space.parameter("mode").preferred()).isEmpty();
  }

  @Test
  void aFixedValueIsTheOnlyOne() {
    SearchSpace space =
        searched(Map.of("rate", fixed(1L), "size", fixed(8L), "mode", fixed("fancy")));

    assertThat(space.parameter("rate").distribution()).isEqualTo(FloatDistribution.log(1, 1));
    assertThat(space.parameter("size").distribution())
        .isEqualTo(new IntDistribution(8, 8, 2, false));
    assertThat(space.parameter("mode").distribution())
        .isEqualTo(CategoricalDistribution.of("fancy"));
    assertThat(space.parameter("mode").preferred()).hasValue(0);
  }

  @Test
  void conditionsFollowTheirCategoryToItsNewPlace() {
    SearchSpace space = searched(Map.of("mode", subset("wild", "fancy")));

    Parameter mode = space.parameter("mode");
    assertThat(mode.distribution()).isEqualTo(CategoricalDistribution.of("wild", "fancy"));
    assertThat(space.parameter("frills").conditions()).containsExactly(Literal.of(mode, "fancy"));
  }

  @Test
  void whatCanNeverBeActiveIsLeftOut() {
    SearchSpace space = searched(Map.of("mode", subset("wild", "plain")));

    assertThat(space.parameters())
        .extracting(Parameter::name)
        .containsExactly("rate", "size", "mode");
  }

  @Test
  void whatCanNeverBeActiveCannotBeSet() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> searched(Map.of("mode", fixed("wild"), "frills", fixed(0.5))))
        .withMessage(
            "study.yaml:3:5: techniques.magic.strength: means nothing with what is said of 'mode';"
                + " allowed: leave one of them out");
  }

  @Test
  void constraintsSpeakOfWhatIsLeft() {
    Parameter up = Parameter.of("up", CategoricalDistribution.of("no", "some", "much"), "no");
    Parameter down = Parameter.of("down", CategoricalDistribution.flag(), false);
    Parameter level = Parameter.of("level", IntDistribution.of(1, 3), 1);
    SearchSpace offered =
        new SearchSpace(
            List.of(up, down, level),
            List.of(
                new AtMostOne(
                    List.of(Literal.of(up, "much"), Literal.of(down, true), Literal.of(level, 3))),
                new AtMostOne(List.of(Literal.of(up, "some"), Literal.of(down, true)))));
    Map<String, Setting> settings = Map.of("up", subset("much", "no"), "level", range(1, 2));

    SearchSpace space =
        new StrengthSpace(offered, new TechniqueChoice.Search(settings, HERE)).narrowed();

    assertThat(space.constraints())
        .containsExactly(
            new AtMostOne(
                List.of(Literal.of(space.parameter("up"), "much"), Literal.of(down, true))));
  }

  static List<Arguments> mistakes() {
    return List.of(
        Arguments.of(
            "raet",
            fixed(1L),
            "unknown parameter 'raet'; did you mean 'rate'? allowed: rate, size, mode, frills"),
        Arguments.of("rate", fixed(2.0), "2.0 is not one of: float 1.0E-4..1.0, log"),
        Arguments.of("rate", fixed("much"), "much is not one of: float 1.0E-4..1.0, log"),
        Arguments.of("rate", range(0.5, 2), "2.0 is not one of: float 1.0E-4..1.0, log"),
        Arguments.of("rate", range(0, 0.5), "0.0 is not one of: float 1.0E-4..1.0, log"),
        Arguments.of("size", fixed(3L), "3 is not one of: int 2..10, step 2"),
        Arguments.of("size", range(2.5, 4), "2.5 is not one of: int 2..10, step 2"),
        Arguments.of(
            "rate",
            subset(0.1, 0.2, 0.3),
            "[0.1, 0.2, 0.3] is not a part of: float 1.0E-4..1.0, log"),
        Arguments.of("mode", range(1, 2), "[1.0, 2.0] is not a part of: plain | fancy | wild"),
        Arguments.of("mode", fixed("odd"), "odd is not one of: plain | fancy | wild"),
        Arguments.of("mode", fixed(Nothing.NOTHING), "null is not one of: plain | fancy | wild"),
        Arguments.of("mode", subset("plain", "odd"), "odd is not one of: plain | fancy | wild"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhatIsAllowed(String name, Setting setting, String problem) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> searched(Map.of(name, setting)))
        .withMessage("study.yaml:3:5: techniques.magic.strength: " + problem);
  }
}
