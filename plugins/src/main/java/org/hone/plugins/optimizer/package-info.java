/** How a gradient becomes a step. */
@NullMarked
package org.hone.plugins.optimizer;

import org.jspecify.annotations.NullMarked;
