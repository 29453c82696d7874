package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Storage;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What every storage keeps to about studies as a whole. */
public interface StudyStorageContract {

  /** The storage under test; the same one throughout a test, empty at its beginning. */
  Storage storage();

  private long study() {
    return storage().createStudy(Histories.plain("plain"));
  }

  private TrialRecord running(long study) {
    return storage().createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of());
  }

  private TrialRecord now(TrialRecord trial) {
    return storage().trial(trial.id());
  }

  private boolean complete(TrialRecord trial, double value) {
    return storage().finish(trial.id(), TrialState.COMPLETE, List.of(value), Optional.empty());
  }

  @Test
  default void findsStudiesByName() {
    long first = storage().createStudy(Histories.plain("first"));
    long second = storage().createStudy(Histories.plain("second"));
    assertThat(storage().studyNames()).containsExactly("first", "second");
    assertThat(storage().findStudy("second")).hasValue(second);
    assertThat(storage().findStudy("third")).isEmpty();
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  default void refusesATakenName() {
    storage().createStudy(Histories.plain("taken"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage().createStudy(Histories.plain("taken")))
        .withMessageContaining("'taken'");
    assertThat(storage().studyNames()).containsExactly("taken");
  }

  @Test
  default void keepsAWholeDefinition() {
    Parameter kind =
        Parameter.of("kind", CategoricalDistribution.of("a", Nothing.NOTHING, true, 3, 2.5));
    SearchSpace space =
        SamplerContract.everything()
            .plus(
                new SearchSpace(
                    List.of(
                        kind.prefixed("more/"),
                        Parameter.of("more/z", FloatDistribution.of(-1e-300, 1e300))
                            .when(new Literal("more/kind", Set.of(1.0, 4.0)))),
                    List.of()));
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new Catalogue.Entry(
                    "mix-up",
                    "batch",
                    "1.2",
                    "Zhang 2018",
                    new Literal("mix", Set.of(1.0)),
                    List.of("share")),
                new Catalogue.Entry(
                    "swap",
                    "row",
                    "1.0",
                    "\u00e9\"quoted\"",
                    new Literal("swap", Set.of(1.0)),
                    List.of())));
    StudyDefinition definition =
        new StudyDefinition(
            "whole",
            List.of(Direction.MAXIMIZE, Direction.MINIMIZE),
            Optional.of(space),
            catalogue);
    long id = storage().createStudy(definition);
    assertThat(storage().snapshot(id).definition()).isEqualTo(definition);
  }

  @Test
  default void tellsAnEmptySpaceFromNone() {
    long none = storage().createStudy(Histories.plain("none"));
    long empty =
        storage()
            .createStudy(
                new StudyDefinition(
                    "empty",
                    List.of(Direction.MINIMIZE),
                    Optional.of(SearchSpace.empty()),
                    Catalogue.empty()));
    assertThat(storage().snapshot(none).definition().space()).isEmpty();
    assertThat(storage().snapshot(empty).definition().space()).contains(SearchSpace.empty());
  }

  @Test
  default void neverReusesIds() {
    long study = study();
    long trial = running(study).id();
    storage().deleteStudy(study);
    assertThat(storage().studyNames()).isEmpty();
    assertUnknown(() -> storage().snapshot(study), () -> storage().trial(trial));
    long again = study();
    assertThat(again).isGreaterThan(study);
    assertThat(running(again).id()).isGreaterThan(trial);
  }

  @Test
  default void deletesNothingElse() {
    long doomed = storage().createStudy(Histories.plain("doomed"));
    running(doomed);
    long kept = storage().createStudy(Histories.plain("kept"));
    storage().setStudyAttribute(kept, AttributeKind.USER, "owner", "Ada");
    TrialRecord trial = running(kept);
    storage().report(trial.id(), 1, 0.5);
    StudySnapshot before = storage().snapshot(kept);
    storage().deleteStudy(doomed);
    assertThat(storage().snapshot(kept)).isEqualTo(before);
  }

  @Test
  default void numbersTrialsWithoutGaps() {
    long study = study();
    long other = storage().createStudy(Histories.plain("other"));
    for (int i = 0; i < 3; i++) {
      assertThat(running(study).number()).isEqualTo(i);
      assertThat(running(other).number()).isEqualTo(i);
    }
    assertThat(storage().snapshot(study).trials())
        .extracting(TrialRecord::number)
        .containsExactly(0, 1, 2);
  }

  @Test
  default void returnsAttributesInOneForm() {
    long study = study();
    TrialRecord trial = running(study);
    Map<String, Object> written =
        Map.of("int", 1, "float", 0.5f, "nan", Double.NaN, "text", "\u00e9\n\"", "flag", true);
    Map<String, Object> read =
        Map.of("int", 1L, "float", 0.5, "nan", Double.NaN, "text", "\u00e9\n\"", "flag", true);
    Object nested = List.of(written, Set.of(2), List.of(), Map.of(), Nothing.NOTHING);
    Object expected = List.of(read, List.of(2L), List.of(), Map.of(), Nothing.NOTHING);
    for (AttributeKind kind : AttributeKind.values()) {
      storage().setStudyAttribute(study, kind, "nested", "replaced");
      storage().setStudyAttribute(study, kind, "nested", nested);
      storage().setTrialAttribute(trial.id(), kind, "nested", nested);
      storage().setTrialAttribute(trial.id(), kind, "infinite", Double.NEGATIVE_INFINITY);
    }
    StudySnapshot snapshot = storage().snapshot(study);
    assertThat(snapshot.userAttributes()).isEqualTo(Map.of("nested", expected));
    assertThat(snapshot.systemAttributes()).isEqualTo(Map.of("nested", expected));
    Map<String, Object> ofTrial = Map.of("nested", expected, "infinite", Double.NEGATIVE_INFINITY);
    assertThat(now(trial).userAttributes()).isEqualTo(ofTrial);
    assertThat(now(trial).systemAttributes()).isEqualTo(ofTrial);
  }

  @Test
  default void refusesWhatIsNoAttribute() {
    long study = study();
    long trial = running(study).id();
    AttributeKind user = AttributeKind.USER;
    List<ThrowingCallable> attempts =
        List.of(
            () -> storage().setStudyAttribute(study, user, "", 1),
            () -> storage().setTrialAttribute(trial, user, "k".repeat(513), 1),
            () -> storage().setStudyAttribute(study, user, "key", Instant.EPOCH),
            () -> storage().setTrialAttribute(trial, user, "key", List.of(new Object())));
    attempts.forEach(attempt -> assertThatIllegalArgumentException().isThrownBy(attempt));
    storage().setTrialAttribute(trial, user, "k".repeat(512), 1);
  }

  private static Provenance provenance() {
    return new Provenance(
        Long.MIN_VALUE,
        "ab12",
        "text\nof two lines",
        Map.of("mix-up", "1.2"),
        "dl4j",
        "cpu",
        Map.of("data", "ff"));
  }

  @Test
  default void neverChangesWhatItReturned() {
    long study = study();
    TrialRecord trial = running(study);
    StudySnapshot empty = storage().snapshot(study);
    storage().report(trial.id(), 1, 0.5);
    storage().setTrialAttribute(trial.id(), AttributeKind.USER, "key", "value");
    storage().setStudyAttribute(study, AttributeKind.USER, "key", "value");
    complete(trial, 1);
    running(study);
    assertThat(empty.trials()).containsExactly(trial);
    assertThat(trial.state()).isEqualTo(TrialState.RUNNING);
    assertThat(trial.intermediate()).isEmpty();
    assertThat(empty.userAttributes()).isEmpty();
    StudySnapshot later = storage().snapshot(study);
    assertThat(later.trials()).hasSize(2);
    assertThat(later.trials().get(0)).isEqualTo(now(trial));
    assertThatThrownBy(() -> later.trials().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  default void showsEverySnapshotAsOfNow() {
    long study = study();
    List<TrialRecord> trials = IntStream.range(0, 6).mapToObj(i -> running(study)).toList();
    for (int i : new int[] {1, 4, 3, 0, 5, 2}) {
      complete(trials.get(i), i);
      List<TrialRecord> expected = trials.stream().map(this::now).toList();
      assertThat(storage().snapshot(study).trials()).isEqualTo(expected);
    }
  }

  private static void assertUnknown(ThrowingCallable... calls) {
    for (ThrowingCallable call : calls) {
      assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("id ");
    }
  }

  @Test
  default void refusesUnknownIds() {
    Storage storage = storage();
    AttributeKind kind = AttributeKind.SYSTEM;
    ParameterValues none = ParameterValues.empty();
    assertUnknown(
        () -> storage.deleteStudy(77),
        () -> storage.snapshot(77),
        () -> storage.setStudyAttribute(77, kind, "key", 1),
        () -> storage.createTrial(77, TrialState.RUNNING, none, Map.of()),
        () -> storage.trial(77),
        () -> storage.claimWaiting(77),
        () -> storage.setParameters(77, none, Map.of()),
        () -> storage.report(77, 1, 1),
        () -> storage.appendSeries(77, 1, Map.of()),
        () -> storage.setProvenance(77, provenance()),
        () -> storage.setTrialAttribute(77, kind, "key", 1),
        () -> storage.finish(77, TrialState.FAIL, List.of(), Optional.empty()),
        () -> storage.details(77));
  }
}
