package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hone.engine.data.file.DataFile;

/**
 * Sequences in memory.
 *
 * @param columns by feature: the cells of all steps of all sequences
 * @param sequences by sequence: where its steps are in the columns, in order
 */
record Steps(List<Cells> columns, List<int[]> sequences) {

  Steps {
    columns = List.copyOf(columns);
    sequences = List.copyOf(sequences);
  }

  /** Puts the steps of one sequence in order; those of the same moment stay as they are. */
  static int[] inOrder(int[] steps, double[] moments) {
    return Arrays.stream(steps)
        .boxed()
        .sorted(Comparator.comparingDouble(step -> moments[step]))
        .mapToInt(step -> step)
        .toArray();
  }

  /**
   * The steps of sequences that are mixed.
   *
   * @param sequenceOf by step
   */
  static List<int[]> bySequence(int[] sequenceOf, int sequences) {
    List<IntStream.Builder> steps = new ArrayList<>();
    for (int i = 0; i < sequences; i++) {
      steps.add(IntStream.builder());
    }
    for (int step = 0; step < sequenceOf.length; step++) {
      steps.get(sequenceOf[step]).add(step);
    }
    return steps.stream().map(one -> one.build().toArray()).toList();
  }

  /** Steps of the longest. */
  int longest() {
    return sequences.stream().mapToInt(steps -> steps.length).max().orElse(0);
  }

  /** How many sequences have more steps than that. */
  long longerThan(int steps) {
    return sequences.stream().filter(sequence -> sequence.length > steps).count();
  }

  /** The last steps of a sequence, at most so many. */
  int[] last(int sequence, int most) {
    int[] steps = sequences.get(sequence);
    return Arrays.copyOfRange(steps, Math.max(0, steps.length - most), steps.length);
  }

  /** What a user should know of sequences that are cut. */
  List<String> remarks(DataFile file, int most) {
    long longer = longerThan(most);
    return longer == 0
        ? List.of()
        : List.of(
            "%s: %d sequences have more than %d steps; the last %d of them are seen"
                .formatted(file.name(), longer, most, most));
  }
}
