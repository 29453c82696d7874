package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.hone.agent.TrialFollower.Scores;
import org.hone.agent.fake.Watch;
import org.hone.api.training.Decision;
import org.hone.search.pruner.MedianPruner;
import org.hone.search.space.Direction;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialFollowerTest {
  private static final Provenance PROVENANCE =
      new Provenance(1, "hash", "techniques: {}", Map.of(), "engine", "device", Map.of());

  private static final int EPOCHS = 9;

  private final Study study =
      Study.builder("s").direction(Direction.MAXIMIZE).pruner(new MedianPruner(1, 0, 1)).create();

  @BeforeEach
  void aGoodTrialWentBefore() {
    Trial good = study.ask();
    IntStream.rangeClosed(1, EPOCHS).forEach(epoch -> good.report(epoch, 0.9));
    study.tell(good, Outcome.complete(0.9));
  }

  private List<Decision> decisions(Scores scores) {
    TrialFollower follower =
        new TrialFollower(study.ask(), PROVENANCE, scores, EPOCHS, new Watch(), () -> false);
    return IntStream.rangeClosed(1, EPOCHS)
        .mapToObj(epoch -> follower.epoch(epoch, 0.1, Map.of()))
        .toList();
  }

  @Test
  void aBadTrialEndsAfterTheFirstThirdButNotAtItsLastEpoch() {
    Decision on = Decision.CONTINUE;
    Decision end = Decision.STOP;

    assertThat(decisions(Scores.JUDGED)).containsExactly(on, on, end, end, end, end, end, end, on);
  }

  @Test
  void whatOthersAreMeasuredByGoesOn() {
    assertThat(decisions(Scores.KEPT)).containsOnly(Decision.CONTINUE);
  }

  @Test
  void ofSeveralObjectivesScoresAreASeriesOnly() {
    List<Decision> decisions = decisions(Scores.SERIES);

    assertThat(decisions).containsOnly(Decision.CONTINUE);
    assertThat(study.snapshot().trials().get(1).intermediate()).isEmpty();
  }

  @Test
  void everythingIsPassedOn() {
    AtomicBoolean stop = new AtomicBoolean();
    Watch watch = new Watch();
    Trial trial = study.ask();
    TrialFollower follower =
        new TrialFollower(trial, PROVENANCE, Scores.JUDGED, EPOCHS, watch, stop::get);

    follower.epoch(1, Double.NaN, Map.of("a", 1.5));
    stop.set(true);

    assertThat(follower.stopRequested()).isTrue();
    assertThat(watch.events()).containsExactly("epoch 1/9");
    assertThat(study.snapshot().trials().get(1).intermediate()).containsOnlyKeys(1);
    assertThat(study.details(study.snapshot().trials().get(1)).series("a").orElseThrow().last())
        .hasValue(1.5);
  }

  @Test
  void theRecipeIsNotedWhenItIsKnown() {
    Trial trial = study.ask();

    new TrialFollower(trial, PROVENANCE, Scores.JUDGED, EPOCHS, new Watch(), () -> false)
        .began("adam");

    Provenance noted =
        study.details(study.snapshot().trials().get(trial.number())).provenance().orElseThrow();
    assertThat(noted.recipe()).isEqualTo("adam");
    assertThat(noted.device()).isEqualTo("device");
  }
}
