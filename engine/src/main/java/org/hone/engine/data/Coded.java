package org.hone.engine.data;

import org.hone.api.recipe.Inputs;

/** Rows with a coding that fits them. */
record Coded<R>(R rows, Coding<R> coding) {

  /** What a network sees of some of the rows before it is scaled. */
  Inputs inputs(int[] which) {
    return coding.encode(rows, which);
  }
}
