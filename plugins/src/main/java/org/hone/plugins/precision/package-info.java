/** Techniques that train in narrow numbers. */
@NullMarked
package org.hone.plugins.precision;

import org.jspecify.annotations.NullMarked;
