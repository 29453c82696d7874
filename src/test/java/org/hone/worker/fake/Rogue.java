package org.hone.worker.fake;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
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
  private static final int PIECE = 1 << 20;
  private static final int MOST_PIECES = 1000;

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
                        "none",
                        "exit",
                        "halt",
                        "hang",
                        "error",
                        "overflow",
                        "interrupt",
                        "heap",
                        "native"))))
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
      case "heap" -> fillHeap();
      case "native" -> fillMemory();
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

  private static void fillHeap() {
    List<byte[]> kept = new ArrayList<>();
    while (kept.size() < Integer.MAX_VALUE) {
      kept.add(new byte[PIECE]);
    }
  }

  /** Outside of the heap, for a few seconds at most. */
  private static void fillMemory() {
    for (int i = 0; i < MOST_PIECES; i++) {
      // as native code does: what Java allocates outside of its heap, the JVM or JavaCPP limit
      Pointer.memset(Pointer.malloc(PIECE), 1, PIECE);
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static long overflow(long depth) {
    return depth < 0 ? depth : overflow(depth + 1) + 1;
  }
}
