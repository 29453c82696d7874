package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.technique.Slot;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused as another study. */
class AnotherStudyTest {
  @TempDir Path folder;
  private Rehearsal study;

  @BeforeEach
  void prepare() {
    study = Rehearsal.in(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "training.epochs=4 | training.epochs was 3 and is 4",
        "study.seed=2 | study.seed was 1 and is 2",
        "techniques={lift: {amount: 0.1}} | techniques was quick and is not set;"
            + " techniques.lift.amount was not set and is 0.1",
        "objective.metric=log-loss | objective.metric was not set and is log-loss",
        "data.test=0.3 | data.test was 0.2 and is 0.3",
      })
  void otherSettingsAreRefused(String override, String difference) throws IOException {
    study.tune("study.trials=1");
    List<TrialRecord> before = study.stored().trials();

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> study.tune(override))
        .withMessage(
            "study 'rehearsal' began otherwise: %s. Start over with --restart, or keep both with"
                + " --set study.name=NAME",
            difference);
    assertThat(study.stored().trials()).isEqualTo(before);
  }

  @Test
  void otherDataAreRefused() throws IOException {
    study.tune("study.trials=1");
    Files.writeString(folder.resolve("rows.csv"), Rehearsal.rows(70));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(study::tune)
        .withMessageStartingWith("study 'rehearsal' began otherwise: data (SHA-256) was ");
  }

  @Test
  void otherTechniquesOfTheSameNameAreRefused() throws IOException {
    study.tune("study.trials=1");
    FakeTechnique other =
        FakeTechnique.of("lift", Slot.LOSS)
            .with(SearchSpace.of(Parameter.of("amount", FloatDistribution.of(0, 0.3), 0.1)));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> study.with(other, Rehearsal.DRAG).tune())
        .withMessage(
            "study 'rehearsal' began with another definition: parameter 'lift.amount' was [float"
                + " 0.0..0.2, default 0.1, when lift[1.0]], now [float 0.0..0.3, default 0.1, when"
                + " lift[1.0]]; use another name to begin a new study, or start over with --restart");
  }

  @Test
  void anotherNameKeepsBoth() throws IOException {
    study.tune("study.trials=1");

    study.tune("study.trials=2", "study.name=second", "training.epochs=1");

    assertThat(study.stored().trials()).hasSize(1);
    assertThat(study.stored("second").trials()).hasSize(2);
  }
}
