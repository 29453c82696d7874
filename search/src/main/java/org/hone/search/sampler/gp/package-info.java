/** Bayesian optimisation with a Gaussian process. */
@NullMarked
package org.hone.search.sampler.gp;

import org.jspecify.annotations.NullMarked;
