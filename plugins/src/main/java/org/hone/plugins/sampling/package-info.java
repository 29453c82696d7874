/** Which rows an epoch visits. */
@NullMarked
package org.hone.plugins.sampling;

import org.jspecify.annotations.NullMarked;
