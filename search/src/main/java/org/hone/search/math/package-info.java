/** The numerical pieces that samplers are made of. */
@NullMarked
package org.hone.search.math;

import org.jspecify.annotations.NullMarked;
