package org.hone.search.trial;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;

/**
 * A growing list of trials of which a frozen view costs little: views share the chunks that have
 * not changed since. Not thread-safe; its views are immutable.
 */
public final class TrialLog {
  private static final int CHUNK = 256;

  private final List<TrialRecord[]> chunks = new ArrayList<>();
  private final BitSet shared = new BitSet();
  private int size;

  /** How many trials there are. */
  public int size() {
    return size;
  }

  /** The trial at this place, from 0. */
  public TrialRecord get(int index) {
    return chunks.get(index / CHUNK)[index % CHUNK];
  }

  /** Puts a trial at the end. */
  public void add(TrialRecord trial) {
    if (size % CHUNK == 0) {
      chunks.add(new TrialRecord[CHUNK]);
    }
    size++;
    set(size - 1, trial);
  }

  /** Replaces the trial at this place; views made before keep the old one. */
  public void set(int index, TrialRecord trial) {
    int chunk = index / CHUNK;
    if (shared.get(chunk)) {
      chunks.set(chunk, chunks.get(chunk).clone());
      shared.clear(chunk);
    }
    chunks.get(chunk)[index % CHUNK] = trial;
  }

  /** The trials as they are now. */
  public List<TrialRecord> view() {
    shared.set(0, chunks.size());
    return new View(chunks.toArray(TrialRecord[][]::new), size);
  }

  /** Whether a list is such a view, hence immutable. */
  static boolean isView(List<TrialRecord> trials) {
    return trials instanceof View;
  }

  private static final class View extends AbstractList<TrialRecord> implements RandomAccess {
    private final TrialRecord[][] chunks;
    private final int size;

    View(TrialRecord[][] chunks, int size) {
      this.chunks = chunks;
      this.size = size;
    }

    @Override
    public TrialRecord get(int index) {
      if (index < 0 || index >= size) {
        throw new IndexOutOfBoundsException("no trial " + index + " among " + size);
      }
      return chunks[index / CHUNK][index % CHUNK];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
