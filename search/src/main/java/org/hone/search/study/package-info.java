/** Study and trial: ask, tell, and the optimisation loop. */
@NullMarked
package org.hone.search.study;

import org.jspecify.annotations.NullMarked;
