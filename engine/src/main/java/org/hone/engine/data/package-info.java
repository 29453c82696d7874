/**
 * Reads a CSV file, splits its rows, and turns them into the numbers that a network learns from.
 */
@NullMarked
package org.hone.engine.data;

import org.jspecify.annotations.NullMarked;
