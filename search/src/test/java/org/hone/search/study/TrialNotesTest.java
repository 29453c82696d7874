package org.hone.search.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

/** What is kept beside parameters and values. */
class TrialNotesTest {
  private static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("x", FloatDistribution.of(-5, 5)),
          Parameter.of("n", IntDistribution.of(0, 9)));

  private static TrialRecord last(Study study) {
    List<TrialRecord> trials = study.snapshot().trials();
    return trials.get(trials.size() - 1);
  }

  @Test
  void keepsWhatIsSaidOfConstraints() {
    Study study = Study.builder("study").space(SPACE).create();
    Trial trial = study.ask();
    trial.setConstraint("latency", 0.5);
    trial.setConstraint("size", -1);
    study.tell(trial, Outcome.complete(1));
    TrialRecord record = last(study);
    assertThat(record.constraints()).isEqualTo(Map.of("latency", 0.5, "size", -1.0));
    assertThat(record.systemAttributes()).containsEntry("constraints", List.of(0.5, -1.0));
    assertThat(study.best()).isEmpty();
  }

  @Test
  void keepsReportsOfAllObjectives() {
    Study study =
        Study.builder("two").directions(List.of(Direction.MINIMIZE, Direction.MAXIMIZE)).create();
    Trial trial = study.ask();
    trial.report(3, 0.25, Double.NaN);
    assertThat(last(study).reports()).isEqualTo(Map.of(3, List.of(0.25, Double.NaN)));
    assertThat(last(study).intermediate()).isEqualTo(Map.of(3, 0.25));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial.report(4, 1))
        .withMessageContaining("one value per objective: 2, but got 1");
  }

  @Test
  void notesWhatTheSamplerSays() {
    Sampler talkative =
        new Sampler() {
          @Override
          public String id() {
            return "talkative";
          }

          @Override
          public Suggestion sample(
              StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
            return Suggestion.of(space.defaults()).noting("hone:talkative:word", "yes");
          }
        };
    Study study = Study.builder("study").space(SPACE).sampler(talkative).create();
    study.ask();
    assertThat(last(study).systemAttributes()).containsEntry("hone:talkative:word", "yes");
  }

  @Test
  void takesOverTrialsOfAnotherStudy() {
    Study old = Study.builder("old").space(SPACE).seed(7).create();
    old.optimize(
        3,
        trial -> {
          trial.report(1, 0.5);
          trial.setUserAttribute("from", "old");
          return trial.number() == 2 ? Outcome.pruned() : Outcome.complete(trial.number());
        });
    Study study = Study.builder("new").space(SPACE).create();
    old.snapshot().trials().forEach(study::add);
    for (int i = 0; i < 3; i++) {
      TrialRecord before = old.snapshot().trials().get(i);
      TrialRecord now = study.snapshot().trials().get(i);
      assertThat(now.parameters()).isEqualTo(before.parameters());
      assertThat(now.state()).isEqualTo(before.state());
      assertThat(now.values()).isEqualTo(before.values());
      assertThat(now.intermediate()).isEqualTo(before.intermediate());
      assertThat(now.userAttributes()).isEqualTo(before.userAttributes());
    }
    old.ask();
    TrialRecord running = last(old);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study.add(running))
        .withMessageContaining("trial 3 is RUNNING");
    Study two =
        Study.builder("two")
            .space(SPACE)
            .directions(List.of(Direction.MINIMIZE, Direction.MINIMIZE))
            .create();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.add(old.snapshot().trials().get(0)))
        .withMessageContaining("2 objective(s)");
    assertThat(two.snapshot().trials()).isEmpty();
  }

  @Test
  void keepsSystemAttributes() {
    Study study = Study.builder("study").space(SPACE).create();
    study.setSystemAttribute("mine:note", 3);
    assertThat(study.snapshot().systemAttributes()).containsEntry("mine:note", 3L);
  }
}
