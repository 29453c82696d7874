package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.LessOrEqual;
import org.hone.search.space.Literal;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceFileTest {
  @TempDir Path folder;

  private SpaceFile read(String name, String text) throws IOException {
    return SpaceFile.read(Files.writeString(folder.resolve(name), text));
  }

  private SearchSpace params(String params) throws IOException {
    return read("space.yaml", "params: [%s]".formatted(params)).space();
  }

  @Test
  void everyKindOfParameter() throws IOException {
    SearchSpace space =
        params(
            "{name: a, type: float, low: -1, high: 1e-3},"
                + "{name: b, type: float, low: 1e-5, high: 1, log: true, step: null, when: null},"
                + "{name: c, type: float, low: 0, high: 1, step: 0.05, default: 0.15},"
                + "{name: d, type: int, low: 1, high: 8, log: false, step: 1},"
                + "{name: e, type: int, low: 16, high: 1024, log: true, step: 1, default: 64},"
                + "{name: f, type: int, low: 32, high: 512, step: 32},"
                + "{name: g, type: categorical, choices: [relu, tanh], default: tanh}");

    assertThat(space.parameters())
        .extracting(parameter -> parameter.distribution())
        .containsExactly(
            FloatDistribution.of(-1, 1e-3),
            FloatDistribution.log(1e-5, 1),
            FloatDistribution.stepped(0, 1, 0.05),
            IntDistribution.of(1, 8),
            IntDistribution.log(16, 1024),
            IntDistribution.stepped(32, 512, 32),
            CategoricalDistribution.of("relu", "tanh"));
    assertThat(space.parameter("a").preferred()).isEmpty();
    assertThat(space.parameter("c").preferred()).isEqualTo(OptionalDouble.of(0.15));
    assertThat(space.parameter("e").preferred()).isEqualTo(OptionalDouble.of(64));
    assertThat(space.parameter("g").preferred()).isEqualTo(OptionalDouble.of(1));
  }

  @Test
  void choicesKeepTheirTypes() throws IOException {
    List<Object> choices = List.of("1", 1L, 1.0, true, "true", "null", Nothing.NOTHING, 1e-5);
    String list = "[\"1\", 1, 1.0, true, \"true\", \"null\", null, 1e-5]";

    SearchSpace yaml = params("{name: a, type: categorical, choices: %s}".formatted(list));
    SearchSpace json =
        read(
                "space.json",
                "{\"params\": [{\"name\": \"a\", \"type\": \"categorical\", \"choices\": %s}]}"
                    .formatted(list))
            .space();

    assertThat(yaml.parameter("a").distribution()).isEqualTo(new CategoricalDistribution(choices));
    assertThat(json).isEqualTo(yaml);
  }

  @Test
  void yamlHasWordsWhereOthersHaveBooleans() throws IOException {
    SearchSpace space = params("{name: a, type: categorical, choices: [on, no, ~, '', 'x y']}");

    assertThat(space.parameter("a").distribution())
        .isEqualTo(CategoricalDistribution.of("on", "no", Nothing.NOTHING, "", "x y"));
  }

  @Test
  void allParentsAreRequiredTogether() throws IOException {
    SearchSpace space =
        params(
            "{name: model, type: categorical, choices: [svm, forest, nn]},"
                + "{name: kernel, type: categorical, choices: [linear, rbf], when: {model: svm}},"
                + "{name: layers, type: int, low: 1, high: 3, when: {model: [nn]}},"
                + "{name: gamma, type: float, low: 0, high: 1,"
                + " when: {model: [svm, forest], kernel: [rbf]}},"
                + "{name: second, type: float, low: 0, high: 1, when: {layers: [2, 3]}}");

    assertThat(space.parameter("kernel").conditions())
        .containsExactly(new Literal("model", Set.of(0.0)));
    assertThat(space.parameter("gamma").conditions())
        .containsExactly(
            new Literal("model", Set.of(0.0, 1.0)), new Literal("kernel", Set.of(1.0)));
    assertThat(space.parameter("second").conditions())
        .containsExactly(new Literal("layers", Set.of(2.0, 3.0)));
  }

  @Test
  void constraints() throws IOException {
    SpaceFile file =
        read(
            "space.yaml",
            """
            params:
              - {name: swap, type: categorical, choices: [false, true]}
              - {name: mix, type: categorical, choices: [none, cutmix, mixup]}
              - {name: low, type: int, low: 1, high: 9}
              - {name: high, type: float, low: 1, high: 9}
            constraints:
              - at_most_one: [{swap: true}, {mix: [cutmix, mixup]}]
              - less_or_equal: [low, high]
            """);

    assertThat(file.space().constraints())
        .containsExactly(
            new AtMostOne(
                List.of(new Literal("swap", Set.of(1.0)), new Literal("mix", Set.of(1.0, 2.0)))),
            new LessOrEqual("low", "high"));
  }

  @Test
  void directionsAreOnePerObjectiveAndMinimizeByDefault() throws IOException {
    String params = "params: [{name: a, type: float, low: 0, high: 1}]\n";

    assertThat(read("a.yaml", params).directions()).containsExactly(Direction.MINIMIZE);
    assertThat(read("b.yml", params + "directions: maximize").directions())
        .containsExactly(Direction.MAXIMIZE);
    assertThat(read("c.yaml", params + "directions: [maximize, minimize]").directions())
        .containsExactly(Direction.MAXIMIZE, Direction.MINIMIZE);
    assertThat(read("d.yaml", params + "directions: null\nconstraints: ~").directions())
        .containsExactly(Direction.MINIMIZE);
  }

  @Test
  void aSingleValueNeedsNoRange() throws IOException {
    SearchSpace space =
        params(
            "{name: a, type: float, low: 1, high: 1, step: 0.5}, {name: b, type: int, low: 3, high:"
                + " 3}");

    assertThat(space.parameters()).allMatch(parameter -> parameter.distribution().isSingle());
  }

  @Test
  void aStudyIsNamedAfterItsFile() {
    assertThat(SpaceFile.studyName(Path.of("runs", "my space.yaml"))).isEqualTo("my-space");
  }
}
