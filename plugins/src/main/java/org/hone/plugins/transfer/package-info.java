/** Techniques that start from weights that were learnt before. */
@NullMarked
package org.hone.plugins.transfer;

import org.jspecify.annotations.NullMarked;
