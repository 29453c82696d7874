/** Evolutionary samplers: NSGA-II, NSGA-III, MOEA/D. */
@NullMarked
package org.hone.search.sampler.evolution;

import org.jspecify.annotations.NullMarked;
