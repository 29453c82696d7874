/** CMA-ES: a normal distribution, and one of categories, that move towards what was better. */
@NullMarked
package org.hone.search.sampler.cmaes;

import org.jspecify.annotations.NullMarked;
