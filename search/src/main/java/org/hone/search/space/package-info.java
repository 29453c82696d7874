/**
 * What may be searched: distributions, parameters with conditions, constraints, and the values
 * drawn from them.
 */
@NullMarked
package org.hone.search.space;

import org.jspecify.annotations.NullMarked;
