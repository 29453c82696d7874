/** Techniques that keep a network from fitting the noise in its training rows. */
@NullMarked
package org.hone.plugins.regularization;

import org.jspecify.annotations.NullMarked;
