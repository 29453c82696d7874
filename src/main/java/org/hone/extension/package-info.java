/** Techniques that users bring along: jars, each in a class loader of its own. */
@NullMarked
package org.hone.extension;

import org.jspecify.annotations.NullMarked;
