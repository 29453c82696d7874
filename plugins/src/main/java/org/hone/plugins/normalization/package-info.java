/** Techniques that keep activations at one scale. */
@NullMarked
package org.hone.plugins.normalization;

import org.jspecify.annotations.NullMarked;
