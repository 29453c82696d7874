package org.hone.search.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class DefineByRunTest {

  private static Study study() {
    return Study.builder("open").create();
  }

  private static Outcome objective(Trial trial) {
    double x = trial.suggestFloat("x", -5, 5);
    String kind = trial.suggestCategorical("kind", "flat", "steep");
    double extra =
        kind.equals("steep") ? trial.suggestFloat("slope", FloatDistribution.log(0.1, 10)) : 3;
    return Outcome.complete(x * x + extra + trial.suggestInt("n", 0, 4));
  }

  @Test
  void findsTheMinimum() {
    Study study = study();
    study.optimize(100, DefineByRunTest::objective);
    TrialRecord best = study.best().orElseThrow();
    assertThat(best.value().orElseThrow()).isLessThan(1);
    assertThat(best.parameters().names()).containsExactly("x", "kind", "slope", "n");
    assertThat(best.parameters().category("kind")).isEqualTo("steep");
    assertThat(best.parameters().number("x")).isCloseTo(0, within(1.0));
  }

  @Test
  void repeatsItselfWithTheSameSeed() {
    Study one = study();
    Study other = study();
    one.optimize(30, DefineByRunTest::objective);
    other.optimize(30, DefineByRunTest::objective);
    assertThat(other.snapshot().trials())
        .extracting(TrialRecord::parameters)
        .isEqualTo(one.snapshot().trials().stream().map(TrialRecord::parameters).toList());
  }

  @Test
  void givesTheSameValueForTheSameName() {
    Trial trial = study().ask();
    assertThat(trial.parameters().names()).isEmpty();
    double x = trial.suggestFloat("x", 0, 1);
    assertThat(trial.suggestFloat("x", 0, 1)).isEqualTo(x);
    assertThat(trial.suggestFloat("x", -1, 2)).isEqualTo(x);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial.suggestFloat("x", 5, 6))
        .withMessageContaining("'x' is " + x);
    assertThatIllegalArgumentException().isThrownBy(() -> trial.suggestInt("x", 0, 1));
    assertThat(trial.parameters().names()).containsExactly("x");
  }

  @Test
  void refusesAnotherKindUnderTheSameName() {
    Study study = study();
    study.ask().suggestFloat("x", 0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study.ask().suggestInt("x", IntDistribution.of(0, 1)))
        .withMessageContaining("'x'");
  }

  @Test
  void returnsTheVeryChoice() {
    Trial trial = study().ask();
    List<String> list = List.of("deep");
    assertThat(trial.suggestCategorical("n", 16, 32)).isIn(16, 32);
    assertThat(trial.<Object>suggestCategorical("mixed", "a", 1, true)).isIn("a", 1, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial.suggestCategorical("list", list, list));
  }

  @Test
  void drawsWhatAllTrialsShareJointly() {
    CountingSampler counting = new CountingSampler();
    Study study = Study.builder("open").sampler(counting).create();
    study.optimize(2, DefineByRunTest::objective);
    Trial trial = study.ask();
    assertThat(IntersectionSpace.of(study.snapshot()).parameters())
        .extracting(Parameter::name)
        .contains("x", "kind", "n");
    int before = counting.calls;
    trial.suggestFloat("x", -5, 5);
    trial.suggestCategorical("kind", "flat", "steep");
    trial.suggestInt("n", 0, 4);
    assertThat(counting.calls).isEqualTo(before);
    trial.suggestFloat("new", 0, 1);
    assertThat(counting.calls).isEqualTo(before + 1);
  }

  /** Counts, which a real sampler must not. */
  private static final class CountingSampler implements Sampler {
    private int calls;

    @Override
    public String id() {
      return "counting";
    }

    @Override
    public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
      calls++;
      return new RandomSampler().sample(snapshot, space, random);
    }
  }

  @Test
  void usesEnqueuedValues() {
    Study study = study();
    ParameterValues fixed =
        ParameterValues.empty()
            .with("x", FloatDistribution.of(-5, 5), 2.5)
            .with("n", IntDistribution.of(0, 9), 8);
    study.enqueue(fixed);
    Trial trial = study.ask();
    assertThat(trial.suggestFloat("x", -5, 5)).isEqualTo(2.5);
    assertThat(trial.suggestFloat("y", 0, 1)).isBetween(0.0, 1.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial.suggestInt("n", 0, 4))
        .withMessageContaining("8 is not one of: int 0..4");
  }

  @Test
  void beginsWithGivenValues() {
    ParameterValues given = ParameterValues.empty().with("x", FloatDistribution.of(-5, 5), 2.5);
    Trial trial = study().ask(given);
    assertThat(trial.suggestFloat("x", -5, 5)).isEqualTo(2.5);
  }

  @Test
  void enqueuesInterruptedTrialsAgain() {
    Study study = study();
    double x = study.ask().suggestFloat("x", -5, 5);
    assertThat(study.recoverInterrupted()).containsExactly(0);
    assertThat(study.snapshot().in(TrialState.WAITING))
        .extracting(trial -> trial.systemAttributes().get(TrialRecord.FIXED_PARAMETERS))
        .containsExactly(Map.of("x", x));
    assertThat(study.ask().suggestFloat("x", -5, 5)).isEqualTo(x);
  }

  @Test
  void asksForNothingOutsideADeclaredSpace() {
    SearchSpace space = SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1)));
    Trial trial = Study.builder("declared").space(space).create().ask();
    assertThat(trial.suggestFloat("x", 0, 1)).isEqualTo(trial.parameters().number("x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial.suggestFloat("y", 0, 1))
        .withMessage("the study's space has no active parameter 'y'; active: x");
  }

  @Test
  void sharesNothingBeforeTheFirstTrialEnds() {
    Study study = study();
    study.tell(study.ask(), Outcome.failed("why"));
    assertThat(IntersectionSpace.of(study.snapshot())).isEqualTo(SearchSpace.empty());
    assertThat(study.best()).isEqualTo(Optional.empty());
  }
}
