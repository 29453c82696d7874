/** Projects for techniques of one's own. */
@NullMarked
package org.hone.project;

import org.jspecify.annotations.NullMarked;
