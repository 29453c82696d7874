package org.hone.api.technique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechniquesTest {
  private static Technique named(String id, Slot slot) {
    return Trick.named(id, slot);
  }

  @Test
  void theyStandInTheOrderOfApplication() {
    Techniques techniques =
        Techniques.of(
            List.of(
                named("zeta", Slot.LOSS),
                named("early", Slot.STOPPING),
                named("alpha", Slot.LOSS),
                named("width", Slot.ARCHITECTURE)));
    assertThat(techniques.ids()).containsExactly("width", "alpha", "zeta", "early");
    assertThat(techniques.all()).extracting(Technique::id).isEqualTo(techniques.ids());
    assertThat(techniques.get("zeta").slot()).isEqualTo(Slot.LOSS);
  }

  @Test
  void anUnknownIdListsTheKnownOnes() {
    Techniques techniques =
        Techniques.of(List.of(named("mixup", Slot.MIXING), named("adam", Slot.OPTIMIZER)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> techniques.get("adan"))
        .withMessage("no technique 'adan'; known: mixup, adam");
  }

  @Test
  void anIdIsClaimedOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Techniques.of(List.of(named("twin", Slot.LOSS), named("twin", Slot.MIXING))))
        .withMessageContaining("id 'twin' is claimed by");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Adam", "adam_w", "-adam", "adam-", "a--b", "2adam", "adam w"})
  void anIdIsKebabCase(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Techniques.of(List.of(named(id, Slot.LOSS))))
        .withMessageContaining("has id '%s'", id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "adam-w", "a2", "cut-mix-2"})
  void kebabCaseIsAccepted(String id) {
    assertThat(Techniques.of(List.of(named(id, Slot.LOSS))).ids()).containsExactly(id);
  }

  @Test
  void theNameOfAnExclusiveSlotIsTakenByTheSlot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Techniques.of(List.of(named("optimizer", Slot.LOSS))))
        .withMessageContaining("the name of an exclusive slot");
    // in the slot itself it is only a choice, and an open slot has no parameter of its name
    assertThat(Techniques.of(List.of(named("dropout", Slot.DROPOUT))).ids()).hasSize(1);
    assertThat(Techniques.of(List.of(named("gradient", Slot.LOSS))).ids()).hasSize(1);
  }

  @Test
  void servicesAreDiscovered() {
    assertThat(Techniques.discover(getClass().getClassLoader()).ids()).containsExactly("trick");
  }

  @ParameterizedTest
  @EnumSource(Slot.class)
  void slotsHaveKebabCaseIds(Slot slot) {
    assertThat(Techniques.isKebabCase(slot.id())).isTrue();
  }

  @Test
  void aCitationIsComplete() {
    assertThat(new Citation("A and B", "On C", 2001, "https://doi.org/1").text())
        .isEqualTo("A and B, On C, 2001, https://doi.org/1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Citation(" ", "On C", 2001, "https://doi.org/1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Citation("A", "", 2001, "https://doi.org/1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Citation("A", "On C", 2001, "http://doi.org/1"))
        .withMessageContaining("https");
  }
}
