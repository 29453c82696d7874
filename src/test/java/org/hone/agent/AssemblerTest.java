package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.technique.Need;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Goal;
import org.hone.config.ConfigException;
import org.hone.plugins.precision.HalfPrecision;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblerTest {
  private static final FakeTechnique ADAM =
      FakeTechnique.of("adam", Slot.OPTIMIZER)
          .with(SearchSpace.of(Parameter.of("rate", FloatDistribution.log(1e-4, 1e-1), 1e-3)));
  private static final FakeTechnique SGD =
      FakeTechnique.of("sgd", Slot.OPTIMIZER)
          .with(SearchSpace.of(Parameter.of("rate", FloatDistribution.log(1e-3, 1), 1e-2)));
  private static final FakeTechnique SMOOTHING = FakeTechnique.of("smoothing", Slot.LOSS);

  @TempDir Path folder;

  private Assembly assemble(List<Technique> techniques, String... overrides) throws IOException {
    return new Rehearsal(folder, Rehearsal.in(folder).engine(), techniques)
        .plan(overrides)
        .assembly();
  }

  private static void refused(String message, ThrowingCallable assembling) {
    assertThatExceptionOfType(ConfigException.class).isThrownBy(assembling).withMessage(message);
  }

  @Test
  void aTechniqueThatThrowsWhenItIsAskedIsNamed() {
    FakeTechnique rude =
        FakeTechnique.of("rude", Slot.LOSS)
            .onlyFor(
                task -> {
                  throw new IllegalStateException("not today");
                });
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> assemble(List.of(rude)))
        .withMessageStartingWith("technique 'rude' (org.hone.agent.fake.FakeTechnique of ")
        .withMessageContaining("IllegalStateException: not today");
  }

  @Test
  void anExclusiveSlotIsOneCategoricalOfNoneAndItsTechniques() throws IOException {
    SearchSpace space = assemble(List.of(SGD, ADAM)).space();

    Parameter slot = space.parameter("optimizer");
    assertThat(slot.distribution()).isEqualTo(CategoricalDistribution.of("none", "adam", "sgd"));
    assertThat(slot.conditions()).isEmpty();
    assertThat(space.parameter("adam.rate"))
        .isEqualTo(
            Parameter.of("adam.rate", FloatDistribution.log(1e-4, 1e-1), 1e-3)
                .when(Literal.of(slot, "adam")));
    assertThat(space.parameter("sgd.rate").conditions()).containsExactly(Literal.of(slot, "sgd"));
  }

  @Test
  void anotherSlotsTechniquesAreSwitchedOneByOne() throws IOException {
    SearchSpace space = assemble(List.of(SMOOTHING, FakeTechnique.of("focal", Slot.LOSS))).space();

    assertThat(space.parameters())
        .containsExactly(
            Parameter.of("focal", CategoricalDistribution.flag()),
            Parameter.of("smoothing", CategoricalDistribution.flag()));
  }

  @Test
  void whatIsNotListedIsOff() throws IOException {
    Assembly assembly =
        assemble(List.of(ADAM, SGD, SMOOTHING), "techniques={smoothing: search, adam: off}");

    assertThat(assembly.space().parameters())
        .extracting(Parameter::name)
        .containsExactly("smoothing");
    assertThat(assembly.techniques()).containsExactly(SMOOTHING);
  }

  @Test
  void allMeansWhateverApplies() throws IOException {
    Technique forNumbers =
        FakeTechnique.of("huber", Slot.LOSS).onlyFor(task -> task.goal() == Goal.REGRESSION);
    Technique forPupils = FakeTechnique.of("distillation", Slot.DISTILLATION).needing(Need.TEACHER);

    assertThat(assemble(List.of(forNumbers, forPupils, SMOOTHING)).techniques())
        .containsExactly(SMOOTHING);
  }

  @Test
  void whatIsAlwaysOnLeavesItsSlotNoChoice() throws IOException {
    Assembly assembly =
        assemble(List.of(ADAM, SGD, SMOOTHING), "techniques={adam: on, smoothing: on}");

    assertThat(assembly.space().parameter("optimizer").distribution())
        .isEqualTo(CategoricalDistribution.of("adam"));
    assertThat(assembly.space().parameter("smoothing").distribution())
        .isEqualTo(CategoricalDistribution.of(true));
    assertThat(assembly.space().parameter("adam.rate").distribution())
        .as("its author's recommendation")
        .isEqualTo(FloatDistribution.log(1e-3, 1e-3));
    assertThat(assembly.isFixed()).isTrue();
    assertThat(assembly.baseline().external())
        .isEqualTo(Map.of("optimizer", "adam", "adam.rate", 1e-3, "smoothing", true));
  }

  @Test
  void anExclusiveSlotTakesNoOtherBesideOneThatIsAlwaysOn() {
    refused(
        "--set techniques={adam: on, sgd: search}: techniques.sgd: slot 'optimizer' takes one"
            + " technique, and 'adam' is always on; allowed: off",
        () -> assemble(List.of(ADAM, SGD), "techniques={adam: on, sgd: search}"));
    refused(
        "--set techniques={adam: on, sgd: on}: techniques.sgd: slot 'optimizer' takes one"
            + " technique, and 'adam' is always on; allowed: off",
        () -> assemble(List.of(ADAM, SGD), "techniques={adam: on, sgd: on}"));
  }

  @Test
  void conflictsAreConstraintsWhicheverSideNamesThem() throws IOException {
    FakeTechnique sam = FakeTechnique.of("sam", Slot.GRADIENT).conflictingWith("smoothing");
    FakeTechnique swa = FakeTechnique.of("swa", Slot.AVERAGING).conflictingWith("optimizer");
    SearchSpace space = assemble(List.of(sam, swa, ADAM, SMOOTHING)).space();

    assertThat(space.constraints())
        .extracting(constraint -> constraint.describe())
        .containsExactly("at most one of smoothing, sam", "at most one of optimizer, averaging");
    ParameterValues both =
        space.choose((parameter, allowed) -> allowed.test(1) ? 1 : parameter.distribution().low());
    assertThat(both.external())
        .containsEntry("smoothing", true)
        .containsEntry("sam", false)
        .containsEntry("optimizer", "adam")
        .containsEntry("averaging", "none");
  }

  @Test
  void techniquesOfOneExclusiveSlotNeedNoConstraint() throws IOException {
    assertThat(assemble(List.of(ADAM.conflictingWith("sgd"), SGD)).space().constraints()).isEmpty();
  }

  @Test
  void whatIsAlwaysOnMustNotConflictWithAnother() {
    FakeTechnique sam = FakeTechnique.of("sam", Slot.GRADIENT).conflictingWith("smoothing", "adam");

    refused(
        "--set techniques={sam: on, smoothing: on}: techniques.sam: 'sam' cannot be combined with"
            + " 'smoothing', which is always on; allowed: off",
        () -> assemble(List.of(sam, SMOOTHING), "techniques={sam: on, smoothing: on}"));
    refused(
        "--set techniques={sam: search, adam: on}: techniques.sam: 'sam' cannot be combined with"
            + " 'adam', which is always on; allowed: off",
        () -> assemble(List.of(sam, ADAM), "techniques={sam: search, adam: on}"));
    refused(
        "--set techniques={sam: on, adam: search}: techniques.adam: 'adam' cannot be combined with"
            + " 'sam', which is always on; allowed: off",
        () -> assemble(List.of(sam, ADAM), "techniques={sam: on, adam: search}"));
  }

  @Test
  void whatDoesNotApplyCannotBeAskedFor() {
    Technique forNumbers =
        FakeTechnique.of("huber", Slot.LOSS).onlyFor(task -> task.goal() == Goal.REGRESSION);

    refused(
        "--set techniques=[huber]: techniques[0]: 'huber' does not apply to this task"
            + " (classification, table); leave it out, or say off",
        () -> assemble(List.of(forNumbers), "techniques=[huber]"));
  }

  @Test
  void whatNeedsAnArtifactCannotBeAskedForWithoutIt() {
    Technique pupil =
        FakeTechnique.of("distillation", Slot.DISTILLATION).needing(Need.TEACHER, Need.PRETRAINED);

    refused(
        "--set techniques=distillation: 'distillation' needs a teacher; say under 'teacher' where"
            + " it comes from, and pretrained weights; name a saved model under"
            + " 'network.pretrained' or 'network.file'",
        () -> assemble(List.of(pupil), "techniques=distillation"));
  }

  @Test
  void aTechniquesOwnConstraintsComeAlong() throws IOException {
    Parameter up = Parameter.of("up", CategoricalDistribution.flag(), true);
    Parameter down = Parameter.of("down", CategoricalDistribution.flag(), false);
    SearchSpace own =
        new SearchSpace(
            List.of(up, down),
            List.of(new AtMostOne(List.of(Literal.of(up, true), Literal.of(down, true)))));

    SearchSpace space = assemble(List.of(SMOOTHING.with(own))).space();

    assertThat(space.constraints())
        .extracting(constraint -> constraint.describe())
        .containsExactly("at most one of smoothing.up, smoothing.down");
  }

  @Test
  void theCatalogueTellsWhoTookPart() throws IOException {
    Assembly assembly = assemble(List.of(SMOOTHING, SGD, ADAM));

    Parameter slot = assembly.space().parameter("optimizer");
    assertThat(assembly.catalogue().techniques())
        .extracting(Catalogue.Entry::id)
        .as("in the order of application")
        .containsExactly("smoothing", "adam", "sgd");
    assertThat(assembly.catalogue().find("adam"))
        .contains(
            new Catalogue.Entry(
                "adam",
                "optimizer",
                "unversioned",
                "Nobody, On adam, 2020, https://example.org/adam",
                Literal.of(slot, "adam"),
                List.of("adam.rate")));
  }

  @Test
  void withoutTechniquesThereIsNothingToSearch() throws IOException {
    Assembly assembly = assemble(List.of(ADAM), "techniques={adam: off}");

    assertThat(assembly.space()).isEqualTo(SearchSpace.empty());
    assertThat(assembly.isFixed()).isTrue();
    assertThat(assembly.baseline().names()).isEmpty();
    assertThat(assembly.screening()).isEmpty();
  }

  @Test
  void whatOnlyTellsSomethingIsSearchedWhereItIsNamed() throws IOException {
    Technique named = new HalfPrecision();
    Rehearsal study = Rehearsal.in(folder).with(Rehearsal.LIFT, named);

    assertThat(study.plan().assembly().techniques())
        .extracting(Technique::id)
        .containsExactly("lift");
    assertThat(study.plan("techniques=[float16]").assembly().techniques())
        .extracting(Technique::id)
        .containsExactly("float16");
  }
}
