/** The tree-structured Parzen estimator. */
@NullMarked
package org.hone.search.sampler.tpe;

import org.jspecify.annotations.NullMarked;
