package org.hone.reports.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.reports.Examples;
import org.hone.reports.TrialBuilder;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.StudyEvidence;
import org.hone.search.space.Direction;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;

class TradeOffsTest {
  private static Evidence evidence() {
    StudyDefinition definition =
        new StudyDefinition(
            "two",
            List.of(Direction.MAXIMIZE, Direction.MINIMIZE),
            Optional.empty(),
            Catalogue.empty());
    StudySnapshot snapshot =
        new StudySnapshot(
            definition,
            List.of(
                TrialBuilder.trial(0).baseline().scores(0.8, 3.0).build(),
                TrialBuilder.trial(1).scores(0.9, 5.0).build(),
                TrialBuilder.trial(2).scores(0.85, 6.0).build(),
                TrialBuilder.trial(3).failed("diverged").build()),
            Map.of(Evidence.OBJECTIVES, List.of("accuracy", "inference-time")),
            Map.of());
    return new Evidence(Examples.CONTEXT, new StudyEvidence(snapshot, Map.of()), Optional.empty());
  }

  @Test
  void theFrontIsListedTheBestOfTheFirstObjectiveFirst() {
    Table table = (Table) TradeOffs.of(evidence()).get(0);

    assertThat(table.caption()).startsWith("The Pareto front of accuracy, inference-time:");
    assertThat(table.columns())
        .extracting(Table.Column::key)
        .containsExactly("trial", "accuracy", "inference-time", "techniques");
    assertThat(table.rows())
        .extracting(row -> row.cells().stream().limit(3).map(Cell::text).toList())
        .containsExactly(List.of("1", "90.00%", "5.00 s"), List.of("0", "80.00%", "3.00 s"));
  }

  @Test
  void ofOneObjectiveThereIsNothingToTradeOff() {
    assertThat(TradeOffs.of(Examples.searched(TrialBuilder.trial(0).score(1).build()))).isEmpty();
  }
}
