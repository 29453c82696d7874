package org.hone.engine.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hone.api.recipe.Augmentation;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Run;
import org.hone.api.training.Examples;
import org.hone.api.training.Scaling;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The batches of an epoch: rows in the feed's order, augmented in the units of the data, scaled,
 * augmented again. Rows are scaled once for the whole training where nothing augments them before;
 * but of large data, that processes may share, no scaled copy is kept. A last batch of one row is
 * left out, since batch norm cannot learn from it, unless all batches have one row.
 */
final class BatchFeed {
  private static final int MOST_BATCHES = 64;
  private static final long MOST_BYTES = 16L << 20;

  /** Of features that are kept a second time, scaled; more are scaled as they are drawn. */
  static final long MOST_SCALED_BYTES = 64L << 20;

  private final Feed feed;
  private final Scaling scaling;
  private final Examples rows;
  private final boolean scaledBefore;
  private final boolean scaledAsDrawn;
  private final Batch whole;
  private Optional<Drawn> last = Optional.empty();

  /**
   * Rows of a batch before anybody changed them.
   *
   * @param rows which of the training rows they are
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Drawn(Inputs inputs, int[] rows) {}

  BatchFeed(Feed feed, Examples training, Scaling scaling) {
    this(feed, training, scaling, MOST_SCALED_BYTES);
  }

  /**
   * @param mostScaledBytes of features that are kept scaled
   */
  BatchFeed(Feed feed, Examples training, Scaling scaling, long mostScaledBytes) {
    this.feed = feed;
    this.scaling = scaling;
    this.rows = training;
    INDArray features = training.features();
    boolean large = features.length() * features.dataType().width() > mostScaledBytes;
    this.scaledBefore = feed.rows().isEmpty() && !large;
    this.scaledAsDrawn = feed.rows().isEmpty() && large;
    Batch raw = new Batch(training.inputs(), training.labels(), training.weights());
    this.whole = scaledBefore ? scale(raw, scaling) : raw;
  }

  /** Batches of an epoch that visits every row once. */
  int batchesPerEpoch() {
    return starts(rows.rows()).length;
  }

  /** All training rows, scaled. */
  Inputs scaledInputs() {
    return scaledBefore ? whole.inputs() : scaling.inputs(rows.inputs());
  }

  /** Which of the training rows these are, if they are those of the last batch as they were. */
  @SuppressWarnings("ReferenceEquality") // the very same arrays, of whatever contents
  Optional<int[]> rowsOf(Inputs inputs) {
    return last.filter(drawn -> drawn.inputs() == inputs).map(Drawn::rows);
  }

  /**
   * Draws the order of an epoch. Each batch is prepared when it is asked for.
   *
   * @throws IllegalStateException if the order is empty
   */
  List<Supplier<Batch>> epoch(Run run) {
    int[] order = feed.order().epoch(rows.labels(), run.progress(), run.random());
    if (order.length == 0) {
      throw new IllegalStateException("the row order left no row to train on");
    }
    DrawnRows drawn = new DrawnRows(order, rowsAtOnce());
    return Arrays.stream(starts(order.length))
        .<Supplier<Batch>>mapToObj(from -> () -> prepare(drawn, from, end(from, order.length), run))
        .toList();
  }

  private int rowsAtOnce() {
    INDArray features = whole.features();
    long rowBytes =
        (features.length() + whole.labels().length()) * features.dataType().width() / rows.rows();
    return (int) Math.max(1, Math.min(MOST_BATCHES, MOST_BYTES / (rowBytes * feed.batchSize())))
        * feed.batchSize();
  }

  /**
   * Rows in the order of an epoch, drawn a piece at a time, since each draw costs as much as a step
   * of a small network. A batch is a slice of such a piece.
   */
  private final class DrawnRows {
    private final int[] order;
    private final int rowsAtOnce;
    private int from;
    private int to;
    private Batch drawn = whole;

    DrawnRows(int[] order, int rowsAtOnce) {
      this.order = order;
      this.rowsAtOnce = rowsAtOnce;
    }

    Batch batch(int first, int end) {
      if (first < from || end > to) {
        from = first;
        to = Math.min(order.length, first + rowsAtOnce);
        int[] indices = Arrays.copyOfRange(order, from, to);
        Batch pulled = map(whole, rows -> pull(rows, indices));
        drawn = scaledAsDrawn ? scaleInPlaceOf(pulled) : pulled;
      }
      return map(drawn, rows -> slice(rows, first - from, end - first));
    }
  }

  private static Batch map(Batch batch, UnaryOperator<INDArray> rows) {
    return new Batch(
        new Inputs(rows.apply(batch.features()), batch.inputs().mask().map(rows)),
        rows.apply(batch.labels()),
        batch.weights().map(rows));
  }

  private static INDArray slice(INDArray rows, long first, long count) {
    long[] shape = rows.shape().clone();
    shape[0] = count;
    long rowLength = rows.length() / rows.size(0);
    return Nd4j.create(rows.data(), shape, rows.stride(), first * rowLength, 'c');
  }

  private int end(int from, int count) {
    return Math.min(count, from + feed.batchSize());
  }

  private int[] starts(int count) {
    int smallest = Math.min(2, feed.batchSize());
    return IntStream.iterate(0, from -> from < count, from -> from + feed.batchSize())
        .filter(from -> from == 0 || count - from >= smallest)
        .toArray();
  }

  private Batch prepare(DrawnRows rows, int from, int to, Run run) {
    Batch drawn = rows.batch(from, to);
    boolean scaled = scaledBefore || scaledAsDrawn;
    if (scaled) {
      last = Optional.of(new Drawn(drawn.inputs(), Arrays.copyOfRange(rows.order, from, to)));
    }
    Batch batch = scaled ? drawn : scale(augment(feed.rows(), drawn, run), scaling);
    return augment(feed.batches(), batch, run);
  }

  private static INDArray pull(INDArray source, int[] indices) {
    long[] shape = source.shape().clone();
    INDArray flat = source.reshape(shape[0], source.length() / shape[0]);
    shape[0] = indices.length;
    return Nd4j.pullRows(flat, 1, indices).reshape(shape);
  }

  private static Batch augment(List<Augmentation> augmentations, Batch drawn, Run run) {
    Batch batch = drawn;
    for (Augmentation augmentation : augmentations) {
      batch = augmentation.apply(batch, run);
    }
    return batch;
  }

  /** What is not scaled is not needed any more, and not left to the garbage collector. */
  private Batch scaleInPlaceOf(Batch pulled) {
    Batch scaled = scale(pulled, scaling);
    if (scaled.features() != pulled.features()) {
      pulled.features().close();
    }
    return scaled;
  }

  private static Batch scale(Batch raw, Scaling scaling) {
    return new Batch(scaling.inputs(raw.inputs()), scaling.labels(raw.labels()), raw.weights());
  }
}
