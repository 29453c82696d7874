/** Networks as graphs that techniques edit, and as Deeplearning4j configurations. */
@NullMarked
package org.hone.engine.network;

import org.jspecify.annotations.NullMarked;
