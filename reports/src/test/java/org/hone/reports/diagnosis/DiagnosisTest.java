package org.hone.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hone.reports.Examples;
import org.hone.reports.TrialBuilder;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.diagnosis.Finding.Kind;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final int EPOCHS = 40;

  private static MetricSeries series(String name, int epochs, IntToDoubleFunction value) {
    return new MetricSeries(
        name,
        IntStream.rangeClosed(1, epochs)
            .mapToObj(epoch -> new MetricSeries.Point(epoch, value.applyAsDouble(epoch)))
            .toList());
  }

  private static Diagnosis diagnose(
      int epochs, IntToDoubleFunction training, IntToDoubleFunction validation) {
    TrialDetails details =
        new TrialDetails(
            Optional.empty(),
            List.of(
                series("hone.trial.loss.train", epochs, training),
                series("hone.trial.loss.validation", epochs, validation)));
    return Diagnosis.of(
        Examples.searched(Map.of(0, details), TrialBuilder.trial(0).baseline().score(0.5).build()));
  }

  private static List<Kind> kinds(IntToDoubleFunction training, IntToDoubleFunction validation) {
    return diagnose(EPOCHS, training, validation).findings().stream().map(Finding::kind).toList();
  }

  private static double falling(int epoch) {
    return 0.2 + Math.exp(-epoch / 6.0);
  }

  @Test
  void findsOverfitting() {
    Diagnosis found =
        diagnose(
            EPOCHS, epoch -> Math.exp(-epoch / 15.0), epoch -> 0.5 + Math.abs(epoch - 12) * 0.01);
    assertThat(found.epochs()).isEqualTo(40);
    assertThat(found.findings()).hasSize(1);
    assertThat(found.findings().get(0).kind()).isEqualTo(Kind.OVERFITTING);
    assertThat(found.findings().get(0).evidence())
        .contains("lowest in epoch 12 (0.5000)")
        .contains("54.00% higher around 0.7700")
        .contains("from 0.4803 to 0.07427");
  }

  @Test
  void isNotFooledByOneSpike() {
    assertThat(
            kinds(
                epoch -> falling(epoch) - 0.001 * epoch,
                epoch -> falling(epoch) + (epoch == 40 ? 5 : 0)))
        .doesNotContain(Kind.OVERFITTING);
  }

  @Test
  void takesARiseOfBothLossesForNoOverfitting() {
    assertThat(kinds(epoch -> Math.abs(epoch - 12) + 1, epoch -> Math.abs(epoch - 12) + 1))
        .doesNotContain(Kind.OVERFITTING);
  }

  @Test
  void findsATrainingThatIsNotDone() {
    assertThat(kinds(epoch -> 2 - 0.04 * epoch, epoch -> 2.2 - 0.04 * epoch))
        .containsExactly(Kind.STILL_IMPROVING);
  }

  @Test
  void findsAPlateau() {
    assertThat(kinds(epoch -> 0.3 + Math.exp(-epoch / 2.0), epoch -> 0.4 + Math.exp(-epoch / 2.0)))
        .containsExactly(Kind.PLATEAU);
  }

  @Test
  void takesAFallingTrainingLossForNoPlateau() {
    assertThat(kinds(epoch -> 2 - 0.01 * epoch, epoch -> 0.4 + Math.exp(-epoch / 2.0))).isEmpty();
  }

  @Test
  void findsATrainingThatDoesNotLearn() {
    assertThat(kinds(epoch -> 0.7, epoch -> 0.7)).containsExactly(Kind.NOT_LEARNING);
    assertThat(kinds(epoch -> 0, epoch -> 0)).containsExactly(Kind.NOT_LEARNING);
    assertThat(kinds(epoch -> 0.7 - 0.0001 * epoch, epoch -> 0.7)).contains(Kind.NOT_LEARNING);
  }

  @Test
  void judgesNothingOnFewEpochs() {
    Diagnosis found = diagnose(9, epoch -> 0.7, epoch -> 0.7);
    assertThat(found.findings()).isEmpty();
    assertThat(found.epochs()).isEqualTo(9);
  }

  @Test
  void reportsReadingsThatAreNotFinite() {
    Diagnosis found =
        diagnose(
            EPOCHS,
            epoch -> epoch > 30 ? Double.NaN : falling(epoch),
            epoch -> epoch > 39 ? Double.POSITIVE_INFINITY : falling(epoch));
    assertThat(found.findings().get(0).kind()).isEqualTo(Kind.NOT_FINITE);
    assertThat(found.findings().get(0).evidence())
        .contains("hone.trial.loss.train (10 of 40), hone.trial.loss.validation (1 of 40)");
  }

  @Test
  void survivesCurvesWithoutAnyNumber() {
    Diagnosis found = diagnose(EPOCHS, epoch -> Double.NaN, epoch -> Double.NaN);
    assertThat(found.epochs()).isZero();
    assertThat(found.findings()).extracting(Finding::kind).containsExactly(Kind.NOT_FINITE);
  }

  @Test
  void countsFailedTrialsByReason() {
    Evidence evidence =
        Examples.searched(
            TrialBuilder.trial(0).failed("b").build(),
            TrialBuilder.trial(1).failed("a").build(),
            TrialBuilder.trial(2).failed("b").build(),
            TrialBuilder.trial(3).failed("c").build(),
            TrialBuilder.trial(4).failed("d").build(),
            TrialBuilder.trial(5).score(1).build());
    assertThat(Diagnosis.of(evidence).findings())
        .containsExactly(
            new Finding(
                Kind.FAILING_TRIALS,
                "5 of 6 trials failed (83.33%): 2 × b; 1 × a; 1 × c; and 1 other reason."));
  }

  @Test
  void toleratesAFewFailedTrials() {
    TrialRecord[] trials =
        IntStream.range(0, 21)
            .mapToObj(
                number ->
                    number < 2
                        ? TrialBuilder.trial(number).failed("x").build()
                        : TrialBuilder.trial(number).score(1).build())
            .toArray(TrialRecord[]::new);
    assertThat(Diagnosis.of(Examples.searched(trials)).findings()).isEmpty();
  }
}
