/** The report that tells a team, with evidence, which training techniques to adopt. */
@NullMarked
package org.hone.reports;

import org.jspecify.annotations.NullMarked;
