package org.hone.worker.fake;

import java.util.List;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/** A technique that does to its process what its parameter says. */
public final class Rogue {
  public static final String ID = "rogue";
  private static final String DEED = "deed";
  private static final int STATUS = 3;

  private Rogue() {}

  /** Beside one that helps. */
  public static List<Technique> techniques() {
    return List.of(Rehearsal.LIFT, rogue());
  }

  private static FakeTechnique rogue() {
    return FakeTechnique.of(ID, Slot.GRADIENT)
        .with(
            SearchSpace.of(
                Parameter.of(
                    DEED,
                    CategoricalDistribution.of(
                        "none", "exit", "halt", "hang", "error", "overflow", "interrupt"))))
        .acting(
            (recipe, values) -> {
              act(values.category(DEED));
              return recipe;
            });
  }

  private static void act(String deed) {
    switch (deed) {
      case "exit" -> {
        for (int line = 1; line <= 30; line++) {
          System.out.println("line " + line);
        }
        System.exit(STATUS);
      }
      case "halt" -> Runtime.getRuntime().halt(128 + 11);
      case "hang" -> hang();
      case "error" -> throw new LinkageError("no such class");
      case "overflow" -> overflow(0);
      case "interrupt" -> Thread.currentThread().interrupt();
      default -> {}
    }
  }

  private static void hang() {
    long spins = 0;
    while (spins >= 0) {
      spins = (spins + 1) % 1000;
    }
  }

  private static long overflow(long depth) {
    return depth < 0 ? depth : overflow(depth + 1) + 1;
  }
}
