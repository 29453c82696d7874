/** Measures the tuner against the figures it is to reach. Part of no distribution. */
@NullMarked
package org.hone.benchmark;

import org.jspecify.annotations.NullMarked;
