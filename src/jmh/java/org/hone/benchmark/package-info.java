/** Measures tuner and engine against the figures they are to reach. Part of no distribution. */
@NullMarked
package org.hone.benchmark;

import org.jspecify.annotations.NullMarked;
