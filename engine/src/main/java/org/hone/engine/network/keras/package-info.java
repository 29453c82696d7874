/** Reads models of Keras into Deeplearning4j's own order: channels and features first. */
@NullMarked
package org.hone.engine.network.keras;

import org.jspecify.annotations.NullMarked;
