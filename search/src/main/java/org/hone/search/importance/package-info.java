/** How much each parameter matters for what a study tries to reach. */
@NullMarked
package org.hone.search.importance;

import org.jspecify.annotations.NullMarked;
