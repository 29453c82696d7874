/** Techniques that draw the first weights. */
@NullMarked
package org.hone.plugins.initialization;

import org.jspecify.annotations.NullMarked;
