/** Quasi-random search: points that cover the space evenly. */
@NullMarked
package org.hone.search.sampler.qmc;

import org.jspecify.annotations.NullMarked;
