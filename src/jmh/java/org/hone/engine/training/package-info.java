/** What is measured of the engine needs its parts, and lies in its package. */
@NullMarked
package org.hone.engine.training;

import org.jspecify.annotations.NullMarked;
