package org.hone.search.math;

/**
 * Points that fill the unit cube more evenly than independent draws do, so that any prefix of the
 * sequence covers it. Immutable; a point follows from its index alone.
 */
public interface QuasiRandomSequence {

  /** How many coordinates a point has. */
  int dimension();

  /**
   * The point of this index.
   *
   * @param index from 0
   * @return one coordinate in (0, 1) per dimension
   * @throws IllegalArgumentException if the index is negative or past the sequence's end
   */
  double[] point(long index);
}
