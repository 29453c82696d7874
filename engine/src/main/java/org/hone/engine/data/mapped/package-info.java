/** Rows of a split in a file that processes map into their memory, and so have but once. */
@NullMarked
package org.hone.engine.data.mapped;

import org.jspecify.annotations.NullMarked;
