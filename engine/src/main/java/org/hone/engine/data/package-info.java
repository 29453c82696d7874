/**
 * Reads tables, images, sequences and texts, splits their rows, and turns them into the numbers
 * that a network learns from; does the same to the raw rows that a model is to score.
 */
@NullMarked
package org.hone.engine.data;

import org.jspecify.annotations.NullMarked;
