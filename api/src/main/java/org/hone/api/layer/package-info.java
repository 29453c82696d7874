/**
 * Layers of Deeplearning4j's kind that it has not itself, which techniques put into networks. They
 * are saved with a model, so that a program that loads it needs them on its class path.
 */
@NullMarked
package org.hone.api.layer;

import org.jspecify.annotations.NullMarked;
