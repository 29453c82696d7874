package org.hone.worker;

import java.util.Comparator;

/**
 * How far a trial has come.
 *
 * @param fold that was trained last, from 0
 * @param epoch of this fold that was finished last, from 1; 0 if none was
 */
record Place(int fold, int epoch) implements Comparable<Place> {
  /** Before any epoch is over. */
  static final Place BEGINNING = new Place(0, 0);

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::fold).thenComparingInt(Place::epoch);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** In words; folds count from 1 there. */
  @Override
  public String toString() {
    return fold == 0 ? "epoch " + epoch : "epoch %d of fold %d".formatted(epoch, fold + 1);
  }
}
