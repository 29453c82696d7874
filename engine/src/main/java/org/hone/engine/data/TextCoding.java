package org.hone.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Synonyms;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How texts become [rows, tokens]: the number of each word, from the first on. Words beyond the
 * last token are not seen; shorter texts are padded. A text without words is one unknown word, so
 * that there is something to see.
 *
 * @param words of the training rows, the most frequent first; number 2 and so on
 */
record TextCoding(Origin origin, InputShape input, List<String> words) implements Coding<Corpus> {
  /** The number of padding. */
  static final int PADDING = 0;

  /** The number of every word that is not among those of training. */
  static final int UNKNOWN = 1;

  /** The number of the most frequent word. */
  static final int FIRST_WORD = 2;

  /**
   * Where the texts were.
   *
   * @param column the name of the column
   * @param number of the column, from 1; 0 if texts were files
   */
  record Origin(String column, int number) {
    /** Each text is a file of its own. */
    static final Origin FILES = new Origin("text", 0);
  }

  TextCoding {
    words = List.copyOf(words);
    if (words.size() + FIRST_WORD > input.sizes().get(0)) {
      throw new IllegalArgumentException(
          "%s has no room for %d words".formatted(input, words.size()));
    }
  }

  @Override
  public Inputs encode(Corpus rows, int[] which) {
    int[] numbers = numbers(rows.words());
    int tokens = input.sizes().get(1);
    float[] encoded = new float[Math.multiplyExact(which.length, tokens)];
    float[] mask = new float[encoded.length];
    int seen = 0;
    for (int i = 0; i < which.length; i++) {
      int[] row = rows.rows().get(which[i]);
      int length = Math.max(1, Math.min(tokens, row.length));
      for (int token = 0; token < length; token++) {
        encoded[i * tokens + token] = row.length == 0 ? UNKNOWN : numbers[row[token]];
        mask[i * tokens + token] = 1;
      }
      seen += length;
    }
    long[] shape = {which.length, tokens};
    return new Inputs(
        Nd4j.create(encoded, shape, 'c'),
        seen == mask.length ? Optional.empty() : Optional.of(Nd4j.create(mask, shape, 'c')));
  }

  /** By number of first appearance the number that a network sees. */
  private int[] numbers(List<String> appearing) {
    Map<String, Integer> known = numbers();
    return appearing.stream().mapToInt(word -> known.getOrDefault(word, UNKNOWN)).toArray();
  }

  private Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(word, FIRST_WORD + numbers.size()));
    return numbers;
  }

  @Override
  public Synonyms synonyms(Thesaurus thesaurus) {
    Map<String, Integer> known = numbers();
    return Synonyms.of(
        thesaurus.groups().stream()
            .map(group -> group.stream().filter(known::containsKey).map(known::get).toList())
            .toList());
  }

  @Override
  public UnaryOperator<INDArray> scaling() {
    return INDArray::dup;
  }

  @Override
  public RawRows read(DataFile file) {
    return TextRows.read(this, file);
  }

  @Override
  public RawRows read(List<Map<String, String>> rows) {
    return TextRows.read(this, rows);
  }
}
