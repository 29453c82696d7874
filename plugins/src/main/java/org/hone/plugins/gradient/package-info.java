/** Techniques that act on the gradient before the optimizer. */
@NullMarked
package org.hone.plugins.gradient;

import org.jspecify.annotations.NullMarked;
