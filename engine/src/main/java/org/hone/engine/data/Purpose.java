package org.hone.engine.data;

import java.util.Locale;
import java.util.Optional;

/** What a column is asked for. */
enum Purpose {
  LABEL("to predict"),
  IGNORE("to ignore"),
  CATEGORICAL("to take for categorical"),
  GROUP("to split by group"),
  TIME("to split by time"),
  WEIGHT("to weigh rows by"),
  TEXT("that holds texts"),
  ID("that tells sequences apart"),
  ORDER("that orders steps"),
  /** Another file has it. */
  SAME("as in the file to learn from"),
  /** A model wants it. */
  LEARNT("that the model learnt from");

  private final String words;

  Purpose(String words) {
    this.words = words;
  }

  /** The end of "there is no column 'x'". */
  String words() {
    return words;
  }

  /** Its word where somebody chose the column; empty where the column follows from others. */
  Optional<String> id() {
    return this == SAME || this == LEARNT ? Optional.empty() : Optional.of(noun());
  }

  /** What such a column holds, in one word. */
  String noun() {
    return name().toLowerCase(Locale.ROOT);
  }
}
