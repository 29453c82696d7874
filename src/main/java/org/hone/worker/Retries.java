package org.hone.worker;

/**
 * Whether a trial that lost its worker goes on in another, from its checkpoint: once at each place.
 * What ends its worker a second time in the same epoch of a fold would do so for ever, and what
 * does it before any epoch is over does it most likely by itself, unless the worker was killed from
 * outside.
 */
final class Retries {
  private static final int MOST = 5;

  private int count;
  private Place last = Place.BEGINNING;

  /** Asked after each loss, in order. */
  boolean again(Loss loss) {
    boolean elsewhere = loss.place().compareTo(last) > 0 || (count == 0 && loss.fromOutside());
    last = loss.place();
    count++;
    return elsewhere && count <= MOST;
  }
}
