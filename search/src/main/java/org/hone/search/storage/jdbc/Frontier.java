package org.hone.search.storage.jdbc;

import java.util.List;

/**
 * Which trials of a study may have changed since it was last read: those that were unfinished then,
 * and all that are newer. Finished trials never change.
 *
 * @param unfinished ascending
 * @param newest the largest id that was read; 0 if none was
 */
record Frontier(List<Long> unfinished, long newest) {
  static final Frontier NOTHING_READ = new Frontier(List.of(), 0);

  Frontier {
    unfinished = List.copyOf(unfinished);
  }
}
