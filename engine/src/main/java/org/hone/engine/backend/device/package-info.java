/** Which device trains, and why: CPU or CUDA. The choice is a pure function of what was found. */
@NullMarked
package org.hone.engine.backend.device;

import org.jspecify.annotations.NullMarked;
