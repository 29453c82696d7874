/** When a study has seen enough. */
@NullMarked
package org.hone.search.terminator;

import org.jspecify.annotations.NullMarked;
