package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.technique.Slot;
import org.hone.plugins.distillation.Distillation;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
  @TempDir Path folder;

  private String text(Rehearsal study, String... overrides) throws IOException {
    return String.join("\n", new DryRun(study.plan(overrides)).lines())
        .replace(folder.toString(), "FOLDER");
  }

  @Test
  void saysWhatWouldBeDone() throws IOException {
    FakeTechnique adam =
        FakeTechnique.of("adam", Slot.OPTIMIZER)
            .with(SearchSpace.of(Parameter.of("rate", FloatDistribution.log(1e-4, 0.1), 1e-3)));
    FakeTechnique lift = Rehearsal.LIFT.conflictingWith("drag");

    String text =
        text(
            Rehearsal.in(folder).with(lift, Rehearsal.DRAG, adam),
            "techniques={lift: search, drag: search, adam: {rate: 0.01}}",
            "study.timeout=10m");

    assertThat(text)
        .isEqualTo(
            """
            study rehearsal
              classification of kind from rows.csv
              60 rows: 36 to train, 12 to validate, 12 to test
              2 columns, input [2], 2 classes

            baseline
              techniques:
                adam:
                  rate: 0.01
              training:
                epochs: 3
                batch-size: 8
                learning-rate: 0.001
                optimizer: Adam
              network:
              - 'dense-1: DenseLayer units=3 activation=relu init=Relu <- input'
              - 'output: OutputLayer units=2 activation=softmax init=Xavier <- dense-1'
              - 'loss: LossMCXENT()'

            search space: 5 parameters, 3 searched, 2 fixed
              lift                           false | true
              drag                           false | true
                lift.amount                  float 0.0..0.2  (default 0.1)
            fixed
              optimizer                      adam
                adam.rate                    float 0.01..0.01, log
            constraints
              at most one of lift, drag

            budget: 6 trials of at most 3 epochs, at most 10 min 0 s; then baseline and best again with 3 seeds each
            output: FOLDER/out\
            """);
  }

  @Test
  void whatIsUsedAfterwardsIsNotSearched() throws IOException {
    Rehearsal study = Rehearsal.in(folder).with(new Distillation(), Rehearsal.LIFT);

    assertThat(
            text(
                study,
                "teacher={born-again: 2}",
                "techniques={lift: search, distillation: search}"))
        .contains(
            """
            search space: 2 parameters, 2 searched, 0 fixed
              lift                           false | true
                lift.amount                  float 0.0..0.2  (default 0.1)
            after the search: the best recipe learns from its own model
              distillation.temperature       4.0
              distillation.alpha             0.9

            budget: 6 trials of at most 3 epochs; then 2 born-again trials; then baseline and best again\
             with 3 seeds each
            """);
  }

  @Test
  void saysWhenThereIsNothingToSearch() throws IOException {
    assertThat(text(Rehearsal.in(folder), "techniques={lift: off}", "confirmation.seeds=1"))
        .contains("search space: 0 parameters, 0 searched, 0 fixed\n\nbudget: 1 trial of at most")
        .endsWith("then baseline and best again with 1 seed each\noutput: FOLDER/out");
  }
}
