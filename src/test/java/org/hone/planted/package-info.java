/**
 * A house that breaks every rule of the real one, so that {@code ArchitectureTest} is seen to find
 * it.
 */
@NullMarked
package org.hone.planted;

import org.jspecify.annotations.NullMarked;
