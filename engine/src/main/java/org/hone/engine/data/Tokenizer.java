package org.hone.engine.data;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes texts apart into words in lower case: runs of letters, marks and digits of any script, with
 * apostrophes within ({@code don't}). Chinese and Japanese characters, which no blanks part, stand
 * each for itself. Everything else separates words.
 */
final class Tokenizer {
  private static final String ALONE = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
  private static final String RUN = "[\\p{L}\\p{M}\\p{N}&&[^%s]]+".formatted(ALONE);
  private static final Pattern WORD =
      Pattern.compile("[%1$s]|%2$s(?:'%2$s)*".formatted(ALONE, RUN));

  private Tokenizer() {}

  /** The words of a text, in order; composed and decomposed accents are the same. */
  static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFC).replace('’', '\'').toLowerCase(Locale.ROOT);
    return WORD.matcher(plain).results().map(MatchResult::group).toList();
  }
}
