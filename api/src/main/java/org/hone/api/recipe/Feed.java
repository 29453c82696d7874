package org.hone.api.recipe;

import java.util.ArrayList;
import java.util.List;

/**
 * How training rows reach the network.
 *
 * @param batchSize rows per update, at least 1
 * @param rows applied to rows in the units of the data, before scaling
 * @param batches applied after scaling
 */
public record Feed(
    int batchSize, RowOrder order, List<Augmentation> rows, List<Augmentation> batches) {
  public Feed {
    if (batchSize < 1) {
      throw new IllegalArgumentException("a batch has at least 1 row, but batchSize=" + batchSize);
    }
    rows = List.copyOf(rows);
    batches = List.copyOf(batches);
  }

  /** Shuffled rows without augmentation. */
  public static Feed shuffled(int batchSize) {
    return new Feed(batchSize, RowOrder.shuffled(), List.of(), List.of());
  }

  /** The same with more or fewer rows per update. */
  public Feed withBatchSize(int other) {
    return new Feed(other, order, rows, batches);
  }

  /** The same with another order. */
  public Feed withOrder(RowOrder other) {
    return new Feed(batchSize, other, rows, batches);
  }

  /** The same with one more augmentation of unscaled rows, applied last. */
  public Feed withRows(Augmentation augmentation) {
    return new Feed(batchSize, order, plus(rows, augmentation), batches);
  }

  /** The same with one more augmentation of scaled batches, applied last. */
  public Feed withBatches(Augmentation augmentation) {
    return new Feed(batchSize, order, rows, plus(batches, augmentation));
  }

  private static List<Augmentation> plus(List<Augmentation> list, Augmentation one) {
    List<Augmentation> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
