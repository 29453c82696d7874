/** The sampler that chooses among the others. */
@NullMarked
package org.hone.search.sampler.auto;

import org.jspecify.annotations.NullMarked;
