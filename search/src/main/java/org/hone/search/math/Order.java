package org.hone.search.math;

import java.util.Arrays;

/** Orders of indices by what they point to, kept without objects. */
public final class Order {
  private static final int SHORT = 8;

  private Order() {}

  /** Whether one index comes before another; a strict order. */
  @FunctionalInterface
  public interface Precedence {
    /** Whether {@code a} comes before {@code b}. */
    boolean precedes(int a, int b);
  }

  /** By ascending key, the smaller index first among equals, NaN last. */
  public static Precedence ascending(double[] keys) {
    return (a, b) -> {
      int comparison = Double.compare(keys[a] + 0.0, keys[b] + 0.0);
      return comparison < 0 || (comparison == 0 && a < b);
    };
  }

  /** The indices in order: a merge sort. */
  public static int[] sorted(int[] indices, Precedence order) {
    int[] sorted = indices.clone();
    sort(sorted, indices.clone(), 0, indices.length, order);
    return sorted;
  }

  /** Sorts a range of {@code to}, whose elements {@code from} holds as well. */
  private static void sort(int[] to, int[] from, int low, int high, Precedence order) {
    if (high - low <= SHORT) {
      insert(to, low, high, order);
      return;
    }
    int middle = (low + high) >>> 1;
    sort(from, to, low, middle, order);
    sort(from, to, middle, high, order);
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeRight =
          left == middle || (right < high && order.precedes(from[right], from[left]));
      to[i] = takeRight ? from[right++] : from[left++];
    }
  }

  private static void insert(int[] indices, int low, int high, Precedence order) {
    for (int i = low + 1; i < high; i++) {
      int moving = indices[i];
      int place = i;
      while (place > low && order.precedes(moving, indices[place - 1])) {
        indices[place] = indices[place - 1];
        place--;
      }
      indices[place] = moving;
    }
  }

  /**
   * What is in order already with a few more put in, each found its place by bisection.
   *
   * @param old in order
   * @param more in any order, none of them in {@code old}
   */
  public static int[] merged(int[] old, int[] more, Precedence order) {
    if (more.length == 0) {
      return old;
    }
    int[] merged = new int[old.length + more.length];
    int size = 0;
    int from = 0;
    for (int next : sorted(more, order)) {
      int to = place(old, from, next, order);
      System.arraycopy(old, from, merged, size, to - from);
      size += to - from;
      merged[size++] = next;
      from = to;
    }
    System.arraycopy(old, from, merged, size, old.length - from);
    return merged;
  }

  /** How many of {@code old} come before {@code next}, of which {@code from} are known to. */
  private static int place(int[] old, int from, int next, Precedence order) {
    int low = from;
    int high = old.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.precedes(old[middle], next)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The indices 0 to n - 1. */
  public static int[] identity(int n) {
    int[] indices = new int[n];
    Arrays.setAll(indices, i -> i);
    return indices;
  }
}
