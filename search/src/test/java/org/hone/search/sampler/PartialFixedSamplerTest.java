package org.hone.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hone.search.sampler.cmaes.CmaEsSampler;
import org.hone.search.sampler.qmc.QmcSampler;
import org.hone.search.sampler.tpe.TpeSampler;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartialFixedSamplerTest {
  private static final SearchSpace SPACE = SamplerContract.everything();

  static List<Sampler> bases() {
    return List.of(new RandomSampler(), new TpeSampler(), new CmaEsSampler(), new QmcSampler());
  }

  @ParameterizedTest
  @MethodSource("bases")
  void keepsWhatIsFixedWhateverTheRest(Sampler base) {
    Map<String, Object> fixed = Map.of("kind", "a", "rate", 0.5, "mix", true, "layers", 4);
    Sampler sampler = new PartialFixedSampler(base, fixed);
    for (long seed = 0; seed < 50; seed++) {
      StudySnapshot past = Histories.of(Direction.MINIMIZE, Histories.mixed(SPACE, 40, seed));
      ParameterValues point = sampler.sample(past, SPACE, new SplittableRandom(seed)).point();
      assertThat(SPACE.fromExternal(point.external())).isEqualTo(point);
      assertThat(point.external())
          .containsEntry("kind", "a")
          .containsEntry("rate", 0.5)
          .containsEntry("mix", true)
          .containsEntry("layers", 4L)
          .doesNotContainKey("depth");
      assertThat(point.flag("swap") || point.flag("cut")).as("excluded by mix").isFalse();
    }
  }

  @Test
  void theRestIsStillLearned() {
    Study study =
        Study.builder("fixed")
            .space(SPACE)
            .sampler(new PartialFixedSampler(new CmaEsSampler(), Map.of("kind", "b")))
            .create();
    study.optimize(
        120,
        trial -> {
          ParameterValues point = trial.parameters();
          return Outcome.complete(
              Math.abs(Math.log10(point.number("rate")) + 4) + Math.abs(point.number("depth") - 6));
        });
    assertThat(study.best().orElseThrow().value().orElseThrow()).isLessThan(0.05);
  }

  @Test
  void refusesWhatCannotBeFixed() {
    Study unknown =
        Study.builder("unknown")
            .space(SPACE)
            .sampler(new PartialFixedSampler(new RandomSampler(), Map.of("speed", 1)))
            .create();
    assertThatThrownBy(unknown::ask)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'speed'");
    Study outside =
        Study.builder("outside")
            .space(SPACE)
            .sampler(new PartialFixedSampler(new RandomSampler(), Map.of("layers", 9)))
            .create();
    assertThatThrownBy(outside::ask)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9");
    assertThatThrownBy(() -> new PartialFixedSampler(new GridSampler(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("grid");
  }

  @Test
  void whatWasTriedIsNotLeftForWhatIsHeld() {
    Parameter held = Parameter.of("held", CategoricalDistribution.flag());
    Parameter free = Parameter.of("free", CategoricalDistribution.flag());
    Study study =
        Study.builder("small")
            .space(SearchSpace.of(held, free))
            .sampler(new PartialFixedSampler(new RandomSampler(), Map.of("held", false)))
            .create();
    for (int i = 0; i < 6; i++) {
      Trial trial = study.ask();
      assertThat(trial.parameters().flag("held")).isFalse();
      study.tell(trial, Outcome.complete(1));
    }
  }
}
