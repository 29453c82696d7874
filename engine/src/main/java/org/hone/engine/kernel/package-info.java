/**
 * Layers of Deeplearning4j computed by loops of Hone's, where Deeplearning4j's own take most of a
 * step: the same parameters and the same formulas, but not the same bits.
 */
@NullMarked
package org.hone.engine.kernel;

import org.jspecify.annotations.NullMarked;
