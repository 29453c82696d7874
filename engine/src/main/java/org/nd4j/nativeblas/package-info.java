/** A class that Deeplearning4j looks for where it no longer is. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
