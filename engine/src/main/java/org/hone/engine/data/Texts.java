package org.hone.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.file.DataFile;

/**
 * Texts to learn from.
 *
 * @param origin the file
 * @param place of the texts, for people
 * @param unseen other columns, that a user may believe to be learnt from
 * @param thesaurus of their words
 */
record Texts(
    TextCoding.Origin origin,
    String place,
    List<String> unseen,
    InputShape input,
    Corpus corpus,
    Thesaurus thesaurus)
    implements Features {
  private static final double USUAL_SHARE = 0.95;
  private static final int USUAL_MOST = 400;

  /**
   * Texts, with the shape that they and a limit of words give.
   *
   * @param vocabulary how many different words are told apart at most
   * @param tokens how many words of a text are seen; if empty, as many as 95 of 100 texts have at
   *     most, but no more than 400
   * @throws DataException if no text has a word
   */
  static Texts of(
      TextCoding.Origin origin,
      Place place,
      List<String> unseen,
      Corpus corpus,
      int vocabulary,
      Optional<Integer> tokens) {
    if (corpus.words().isEmpty()) {
      throw place.error("no text has a word; there is nothing to learn from");
    }
    int words = Math.min(vocabulary, corpus.words().size());
    int length = tokens.orElseGet(() -> Math.min(USUAL_MOST, corpus.length(USUAL_SHARE)));
    return new Texts(
        origin,
        place.toString(),
        unseen,
        InputShape.text(words + TextCoding.FIRST_WORD, length),
        corpus,
        Thesaurus.NONE);
  }

  @Override
  public Coded<?> fit(int[] trainingRows) {
    int most = input.sizes().get(0) - TextCoding.FIRST_WORD;
    List<String> words = corpus.mostFrequent(trainingRows, most);
    return new Coded<>(corpus, new TextCoding(origin, input, words));
  }

  @Override
  public Features withSynonyms(DataFile file) {
    return new Texts(origin, place, unseen, input, corpus, Thesaurus.read(file, corpus.words()));
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!unseen.isEmpty()) {
      remarks.add("%s alone is learnt from, not %s".formatted(place, String.join(", ", unseen)));
    }
    long empty = corpus.empty();
    if (empty > 0) {
      remarks.add(
          "%s: %d texts have no word; each counts as one unknown word".formatted(place, empty));
    }
    return remarks;
  }
}
