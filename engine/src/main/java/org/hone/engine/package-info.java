/** The training engine on Deeplearning4j. */
@NullMarked
package org.hone.engine;

import org.jspecify.annotations.NullMarked;
