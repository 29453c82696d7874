package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.api.training.Goal;
import org.hone.engine.data.split.Dealing;
import org.hone.engine.data.split.Strata;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One class out of several.
 *
 * @param name of the column
 * @param where the classes stand, in words
 * @param values by row the place of its class
 */
record ClassTarget(String name, String where, List<String> classes, Cells values)
    implements Target {
  private static final int IMBALANCED = 5;

  ClassTarget {
    classes = List.copyOf(classes);
  }

  @Override
  public Goal goal() {
    return Goal.CLASSIFICATION;
  }

  @Override
  public List<String> columns() {
    return List.of(name);
  }

  @Override
  public int rows() {
    return values.rows();
  }

  @Override
  public int outputs() {
    return classes.size();
  }

  /** One-hot. */
  @Override
  public INDArray encode(int[] rows) {
    float[] encoded = new float[Math.multiplyExact(rows.length, outputs())];
    for (int i = 0; i < rows.length; i++) {
      encoded[i * outputs() + (int) values.at(rows[i])] = 1;
    }
    return Nd4j.create(encoded, new long[] {rows.length, outputs()}, 'c');
  }

  /** Each class is a stratum. */
  @Override
  public Dealing dealing(int rows) {
    return new Strata(strata(rows));
  }

  @Override
  public int[] classesOf(int row) {
    return new int[] {(int) values.at(row)};
  }

  /** Of the first rows those of each class, in the order of the file. */
  List<int[]> strata(int rows) {
    List<IntStream.Builder> strata = Stream.generate(IntStream::builder).limit(outputs()).toList();
    for (int row = 0; row < rows; row++) {
      strata.get((int) values.at(row)).add(row);
    }
    return strata.stream().map(stratum -> stratum.build().toArray()).toList();
  }

  /** On imbalance, and on classes of which there are too few rows for a test. */
  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    int[] counts = strata(rows()).stream().mapToInt(stratum -> stratum.length).toArray();
    int most = Arrays.stream(counts).max().orElse(0);
    int least = Arrays.stream(counts).min().orElse(0);
    if (most >= IMBALANCED * (long) least) {
      remarks.add(imbalance(counts, most, least));
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 2) {
        remarks.add(
            "%s: class '%s' has only two rows; no test sees it".formatted(where, classes.get(i)));
      }
    }
    return remarks;
  }

  private String imbalance(int[] counts, int most, int least) {
    return "%s: classes are imbalanced: '%s' has %s of the rows, '%s' %s; always guessing '%s' reaches an accuracy of %s, so look at balanced-accuracy"
        .formatted(
            where,
            named(counts, most),
            percent(most),
            named(counts, least),
            percent(least),
            named(counts, most),
            percent(most));
  }

  private String named(int[] counts, int count) {
    return classes.get(
        IntStream.range(0, counts.length)
            .filter(i -> counts[i] == count)
            .findFirst()
            .orElseThrow());
  }

  private String percent(int count) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / rows());
  }
}
