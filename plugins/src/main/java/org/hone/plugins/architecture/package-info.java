/** Techniques that choose the size of what is trained. */
@NullMarked
package org.hone.plugins.architecture;

import org.jspecify.annotations.NullMarked;
