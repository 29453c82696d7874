/** What to do: adopt the best recipe, keep the baseline, or admit that it is open. */
@NullMarked
package org.hone.reports.recommendation;

import org.jspecify.annotations.NullMarked;
