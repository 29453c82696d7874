package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;

/**
 * Texts in memory: each word is the number of its first appearance.
 *
 * @param words by number
 * @param rows the words of each text
 */
record Corpus(List<String> words, List<int[]> rows) {

  Corpus {
    words = List.copyOf(words);
    rows = List.copyOf(rows);
  }

  /** Collects texts. */
  static final class Builder implements ColumnReader {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();

    @Override
    public void read(Cell cell) {
      add(cell.text());
    }

    void add(String text) {
      rows.add(Tokenizer.words(text).stream().mapToInt(this::number).toArray());
    }

    private int number(String word) {
      Integer known = numbers.putIfAbsent(word, words.size());
      if (known != null) {
        return known;
      }
      words.add(word);
      return words.size() - 1;
    }

    Corpus build() {
      return new Corpus(words, rows);
    }
  }

  /** How many texts have no word. */
  long empty() {
    return rows.stream().filter(row -> row.length == 0).count();
  }

  /** So many words that at least a share of the texts have no more; 1 or more. */
  int length(double share) {
    int[] lengths = rows.stream().mapToInt(row -> row.length).sorted().toArray();
    int place = (int) Math.ceil(share * lengths.length) - 1;
    return Math.max(1, lengths[Math.max(0, place)]);
  }

  /** The most frequent words of some texts, at most so many; those equally frequent by alphabet. */
  List<String> mostFrequent(int[] which, int most) {
    int[] counts = new int[words.size()];
    Arrays.stream(which).forEach(row -> Arrays.stream(rows.get(row)).forEach(w -> counts[w]++));
    return IntStream.range(0, counts.length)
        .filter(word -> counts[word] > 0)
        .boxed()
        .sorted(
            (a, b) ->
                counts[a] == counts[b]
                    ? words.get(a).compareTo(words.get(b))
                    : Integer.compare(counts[b], counts[a]))
        .limit(most)
        .map(words::get)
        .toList();
  }
}
