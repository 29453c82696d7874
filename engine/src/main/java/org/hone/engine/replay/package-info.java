/**
 * Computations that are recorded once, shortened, and made again without the way that led there.
 */
@NullMarked
package org.hone.engine.replay;

import org.jspecify.annotations.NullMarked;
