package org.hone.config;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The word that was probably meant.
 *
 * <p>Damerau-Levenshtein distance (optimal string alignment): the fewest insertions, deletions,
 * substitutions and swaps of neighbours that turn one word into the other.
 *
 * @see <a href="https://doi.org/10.1145/363958.363994">Damerau, Communications of the ACM 7(3),
 *     1964</a>
 */
public final class NearMatch {
  private static final int LETTERS_PER_MISTAKE = 3;

  private NearMatch() {}

  /**
   * The nearest candidate, the first of equally near ones; empty if none is near. One mistake is
   * forgiven for every three letters of the word, and at least one. Upper and lower case count as
   * the same.
   */
  public static Optional<String> of(String word, Collection<String> candidates) {
    int forgiven = Math.max(1, word.length() / LETTERS_PER_MISTAKE);
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= forgiven)
        .min(comparingInt(candidate -> distance(word, candidate)));
  }

  /** How many mistakes lie between the two words, whatever their case. */
  static int distance(String a, String b) {
    String from = a.toLowerCase(Locale.ROOT);
    String to = b.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = nextRow(from, to, i, last, beforeLast);
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  /** Distances of the first i letters of {@code from} to all beginnings of {@code to}. */
  private static int[] nextRow(String from, String to, int i, int[] last, int[] beforeLast) {
    int[] row = new int[to.length() + 1];
    row[0] = i;
    for (int j = 1; j <= to.length(); j++) {
      int substituted = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(substituted, Math.min(last[j], row[j - 1]) + 1);
      if (swapped(from, to, i, j)) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    return row;
  }

  private static boolean swapped(String from, String to, int i, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
