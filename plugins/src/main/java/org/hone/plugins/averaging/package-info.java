/** Averages of weights over the course of a training. */
@NullMarked
package org.hone.plugins.averaging;

import org.jspecify.annotations.NullMarked;
