package org.hone.worker;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What teachers said of training rows, kept for the next trials: those answers that were used last,
 * as many as there is memory for.
 */
final class SoftLabels {
  /** Ten classes of six million rows. */
  static final long MOST_BYTES = 256L << 20;

  private final long mostBytes;
  private final Map<Lesson, INDArray> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Who said it, of which rows.
   *
   * @param teacher hash of its file
   * @param rows the training rows of this split
   */
  record Lesson(String teacher, Development rows) {}

  /**
   * @param mostBytes of all that is kept
   */
  SoftLabels(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The answers of a lesson, which are asked for if they are not known. */
  synchronized INDArray of(Lesson lesson, Supplier<INDArray> asked) {
    INDArray known = kept.get(lesson);
    if (known == null) {
      known = asked.get();
      kept.put(lesson, known);
      forget();
    }
    return known;
  }

  /** What was not used for the longest time; whoever still has it may read on. */
  private void forget() {
    Iterator<INDArray> oldest = kept.values().iterator();
    long bytes = kept.values().stream().mapToLong(SoftLabels::bytes).sum();
    while (bytes > mostBytes) {
      bytes -= bytes(oldest.next());
      oldest.remove();
    }
  }

  private static long bytes(INDArray answers) {
    return answers.length() * answers.dataType().width();
  }
}
