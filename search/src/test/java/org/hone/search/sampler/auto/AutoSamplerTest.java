package org.hone.search.sampler.auto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hone.search.sampler.Samplers;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.testkit.Histories;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class AutoSamplerTest {
  private static final Parameter KIND = Parameter.of("kind", CategoricalDistribution.of("a", "b"));
  private static final Parameter X = Parameter.of("x", FloatDistribution.of(0, 1));
  private static final Parameter Y = Parameter.of("y", FloatDistribution.of(0, 1));
  private static final SearchSpace BOX = SearchSpace.of(X, Y);
  private static final SearchSpace TREE = SearchSpace.of(KIND, X, Y.when(Literal.of(KIND, "b")));

  private static String chosen(SearchSpace space, int trials, int objectives) {
    StudySnapshot snapshot =
        StudySnapshot.of(
            new StudyDefinition(
                "study",
                Collections.nCopies(objectives, Direction.MINIMIZE),
                Optional.of(space),
                Catalogue.empty()),
            Histories.complete(space, trials, point -> point.number("x"), 1).stream()
                .map(trial -> with(trial, objectives))
                .toList());
    Suggestion suggestion = new AutoSampler().sample(snapshot, space, new SplittableRandom(trials));
    assertThat(space.fromExternal(suggestion.point().external())).isEqualTo(suggestion.point());
    assertThat(String.valueOf(suggestion.notes().get(AutoSampler.REASON))).isNotBlank();
    return String.valueOf(suggestion.notes().get(AutoSampler.SAMPLER));
  }

  private static TrialRecord with(TrialRecord trial, int objectives) {
    return new TrialDraft(trial.id(), trial.number(), TrialState.COMPLETE)
        .parameters(trial.parameters())
        .values(Collections.nCopies(objectives, trial.values().get(0)))
        .record();
  }

  @Test
  void isFoundByItsId() {
    assertThat(Samplers.named("auto")).isInstanceOf(AutoSampler.class);
  }

  @Test
  void modelsEachTrialWhileThereAreFew() {
    assertThat(chosen(BOX, 0, 1)).isEqualTo("gp");
    assertThat(chosen(TREE, 31, 1)).isEqualTo("gp");
    assertThat(chosen(TREE, 30, 1)).as("every fifth").isEqualTo("tpe");
    assertThat(chosen(BOX, 21, 2)).isEqualTo("gp");
    assertThat(chosen(BOX, 20, 2)).isEqualTo("tpe");
  }

  @Test
  void changesItsMindWhenThereAreMany() {
    assertThat(chosen(BOX, 300, 1)).isEqualTo("cma-es");
    assertThat(chosen(TREE, 300, 1)).isEqualTo("tpe");
    assertThat(chosen(TREE, 300, 2)).isEqualTo("moead");
    assertThat(chosen(BOX, 20, 4)).isEqualTo("nsga3");
  }

  @Test
  void saysWhyInTheTrialRecord() {
    Study study = Study.builder("study").space(TREE).sampler(new AutoSampler()).create();
    study.optimize(16, trial -> Outcome.complete(trial.parameters().number("x")));
    assertThat(study.snapshot().trials())
        .allSatisfy(
            trial ->
                assertThat(trial.systemAttributes())
                    .containsEntry("hone:auto:sampler", trial.number() == 14 ? "tpe" : "gp")
                    .containsKey("hone:auto:reason"));
  }

  @Test
  void theSameSeedGivesTheSameTrials() {
    List<TrialRecord> first = run();
    List<TrialRecord> second = run();
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).parameters()).isEqualTo(first.get(i).parameters());
    }
  }

  private static List<TrialRecord> run() {
    Study study = Study.builder("study").space(TREE).sampler(new AutoSampler()).seed(5).create();
    study.optimize(20, trial -> Outcome.complete(trial.parameters().number("x")));
    return study.snapshot().trials();
  }
}
