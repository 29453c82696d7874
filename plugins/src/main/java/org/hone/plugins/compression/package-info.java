/** Smaller models: what is done to weights after training. */
@NullMarked
package org.hone.plugins.compression;

import org.jspecify.annotations.NullMarked;
