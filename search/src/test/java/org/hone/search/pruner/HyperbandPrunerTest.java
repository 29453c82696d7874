package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.OptionalInt;
import org.hone.search.testkit.PrunerContract;
import org.hone.search.testkit.SeveralObjectivesPrunerContract;
import org.junit.jupiter.api.Test;

/**
 * The study is called "history". Up to nine steps and for eta = 3 there are three brackets with
 * shares of 9, 5 and 3; by CRC-32 modulo 17 the trials 0 to 15 fall into those of {@link
 * #BRACKETS}.
 */
class HyperbandPrunerTest implements PrunerContract, SeveralObjectivesPrunerContract {
  private static final Pruner NINE = new HyperbandPruner(1, OptionalInt.of(9), 3, 0);
  private static final int[] BRACKETS = {1, 1, 1, 1, 0, 1, 2, 0, 2, 0, 1, 0, 1, 0, 2, 1};

  @Override
  public Pruner pruner() {
    return new HyperbandPruner();
  }

  private static double[] flat(int steps, double value) {
    double[] reports = new double[steps];
    Arrays.fill(reports, value);
    return reports;
  }

  /** After good trials, of which one at least is in the same bracket, a bad one. */
  private static boolean prunes(Pruner pruner, int number, int steps) {
    Curves curves = new Curves();
    for (int i = 0; i < number; i++) {
      curves.complete(flat(9, 0));
    }
    return curves.running(flat(steps, 1)).prunes(pruner);
  }

  @Test
  void eachBracketHasItsOwnFirstRung() {
    int[] firstRung = {1, 3, 9};
    for (int number = 7; number < BRACKETS.length; number++) {
      for (int steps = 1; steps <= 9; steps++) {
        boolean isRung = steps == 1 || steps == 3 || steps == 9;
        assertThat(prunes(NINE, number, steps))
            .as("trial %s after %s steps", number, steps)
            .isEqualTo(isRung && steps >= firstRung[BRACKETS[number]]);
      }
    }
  }

  @Test
  void trialsCompeteWithinTheirBracketOnly() {
    for (int number = 6; number < BRACKETS.length; number++) {
      Curves sameAreWorse = new Curves();
      for (int i = 0; i < number; i++) {
        sameAreWorse.complete(flat(9, BRACKETS[i] == BRACKETS[number] ? 2 : 0));
      }
      assertThat(sameAreWorse.running(flat(9, 1)).prunes(NINE)).as("trial %s", number).isFalse();
    }
  }

  /** The longest has eight steps, and one more is nine: as above. */
  @Test
  void learnsTheLargestResourceFromCompleteTrials() {
    for (int i = 6; i < BRACKETS.length; i++) {
      Curves shorter = new Curves();
      for (int k = 0; k < i; k++) {
        shorter.complete(flat(8, 0));
      }
      assertThat(shorter.running(1).prunes(pruner())).as("trial %s", i).isEqualTo(BRACKETS[i] == 0);
    }
    assertThat(new Curves().running(flat(9, 0)).running(flat(9, 1)).prunes(pruner())).isFalse();
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HyperbandPruner(0, OptionalInt.empty(), 3, 0))
        .withMessageContaining("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HyperbandPruner(5, OptionalInt.of(4), 3, 0))
        .withMessageContaining("4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HyperbandPruner(1, OptionalInt.empty(), 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HyperbandPruner(1, OptionalInt.empty(), 3, 2))
        .withMessageContaining("2");
  }
}
